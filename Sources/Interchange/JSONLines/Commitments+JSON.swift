import Bookkeeping
import Funding
import Monetary

// What declarations and commitments state, by the names of their fields.

extension LedgerHead {
  /// Name, currency, rates and rules.
  var json: JSON {
    .object(of: [
      "name": .text(name), "currency": .text(currency.code), "rates": .text(rates.text),
      "accountsMustBeDeclared": .truth(accountsMustBeDeclared),
    ])
  }
}

extension Scope {
  /// The node and what is known of it.
  var json: JSON {
    .object(of: [
      "scope": JSON(path), "name": name.map(JSON.text), "kind": kind.map { JSON(word: $0) },
      "parent": parent.map { JSON($0) }, "country": country.map(JSON.text),
      "complete": .truth(isComplete),
    ])
  }
}

extension Donor {
  /// The donor and what is known of it.
  var json: JSON {
    .object(of: [
      "donor": JSON(id), "name": .text(name), "type": kind.map { JSON(word: $0) },
      "country": country.map(JSON.text), "iati": iati.map(JSON.text),
      "aliases": JSON.list(aliases) { .text($0) },
    ])
  }
}

extension RateQuote {
  /// So many of a currency for one of another.
  var json: JSON {
    .object(of: [
      "currency": .text(quote.code), "units": .text(units.description), "per": .text(base.code),
      "table": table.map { .text($0.text) }, "revises": revises.map(JSON.text),
      "confirmed": .truth(isConfirmed),
    ])
  }
}

extension Requirement {
  /// What was asked for, and how it relates to the version before.
  var json: JSON {
    .object(of: [
      "scope": JSON(key.scope), "year": JSON(key.year), "amount": JSON(amount),
      "kind": JSON(word: kind),
      "tags": JSON.list(key.tags) { tag in
        .object(of: ["key": JSON(tag.key), "value": JSON(tag.value)])
      },
    ])
  }
}

extension SpendingPlan {
  /// What will be spent, and in which months.
  var json: JSON {
    .object(of: [
      "scope": JSON(scope), "year": JSON(year), "amount": JSON(amount),
      "months": JSON.list(months) { month in
        .object(of: ["month": JSON(month.month), "amount": JSON(month.amount)])
      },
    ])
  }
}

extension Pledge {
  /// Who promised what.
  var json: JSON {
    .object(of: [
      "reference": JSON(reference), "donor": JSON(donor), "amount": JSON(amount),
      "earmark": earmark.json, "year": year.map { JSON($0) },
      "probability": probability.map { .text($0.percent.description) },
      "expected": expected.map { JSON($0) },
    ])
  }
}

extension Agreement {
  /// All that was signed.
  var json: JSON {
    .object(of: [
      "reference": JSON(reference), "donor": JSON(donor), "amount": JSON(amount),
      "earmark": terms.earmark?.json, "modality": terms.modality.map { JSON(word: $0) },
      "year": terms.year.map { JSON($0) },
      "period": terms.period?.json,
      "requirements": JSON.list(terms.requirements) { requirement in
        .object(of: [
          "key": JSON(requirement.key), "values": .list(requirement.values.map { JSON($0) }),
        ])
      },
      "limits": JSON.list(terms.limits) { limit in
        .object(of: ["amount": JSON(limit.amount), "scope": JSON(limit.scope)])
      },
      "parts": JSON.list(parts, \.json), "starts": starts.map { JSON($0) },
      "ends": ends.map { JSON($0) }, "recorded": recorded.map { JSON($0) },
      "purpose": purpose.map(JSON.text), "pledge": pledge.map { JSON($0) },
      "instalments": JSON.list(instalments, \.json),
      "conditions": JSON.list(conditions, \.json),
      "laterYears": deferral.map { JSON(word: $0) },
      "support": support?.json,
      "reports": JSON.list(reports, \.json),
    ])
  }
}

extension DateInterval {
  /// Its first and its last day.
  fileprivate var json: JSON { .object(of: ["first": JSON(first), "last": JSON(last)]) }
}

extension Amendment {
  /// What changes.
  var json: JSON {
    .object(of: [
      "reference": JSON(reference), "amount": amount.map { JSON($0) },
      "parts": JSON.list(parts, \.json), "earmark": earmark?.json,
      "period": period?.json,
      "limits": JSON.list(limits) { limit in
        .object(of: ["amount": limit.amount.map { JSON($0) }, "scope": JSON(limit.scope)])
      },
      "ends": ends.map { JSON($0) }, "recorded": recorded.map { JSON($0) },
      "instalments": JSON.list(instalments, \.json), "support": support?.json,
      "reports": JSON.list(reports, \.json),
      "reason": reason.map(JSON.text),
    ])
  }
}

extension Instalment {
  /// When how much is due.
  fileprivate var json: JSON { .object(of: ["due": JSON(due), "amount": JSON(amount)]) }
}

extension ReportDuty {
  /// When what is due.
  fileprivate var json: JSON { .object(of: ["due": JSON(due), "form": JSON(form)]) }
}

extension SupportRate {
  /// The rate and what it is taken of.
  fileprivate var json: JSON {
    .object(of: ["percent": .text(percent.description), "base": JSON(word: base)])
  }
}
