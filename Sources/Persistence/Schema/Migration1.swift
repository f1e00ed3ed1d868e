extension Migration {
  /// The first form of a ledger: vocabularies, facts, postings, positions, and their sums.
  ///
  /// Days are counted from 1970-01-01 and instants in microseconds from its start, in UTC: four bytes
  /// instead of ten in every posting, and the order of time in every index. Names are numbers, given by
  /// the vocabularies, for the same reason. The views `journal` and `funding` show both to people.
  static let first = Migration(
    version: 1,
    tables: """
      PRAGMA application_id = 1114993267;
      PRAGMA user_version = 1;

      CREATE TABLE currency (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (length(text) = 3)
      ) STRICT;
      CREATE TABLE account (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> '')
      ) STRICT;
      CREATE TABLE donor (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> '')
      ) STRICT;
      CREATE TABLE name (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> '')
      ) STRICT;
      CREATE TABLE kind (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> '')
      ) STRICT;
      CREATE TABLE occasion (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> '')
      ) STRICT;
      CREATE TABLE measure (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> '')
      ) STRICT;
      CREATE TABLE category (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> '')
      ) STRICT;
      CREATE TABLE reach (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> '')
      ) STRICT;
      CREATE TABLE scope (
        number INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE CHECK (text <> ''),
        parent INTEGER REFERENCES scope CHECK (parent < number),
        CHECK ((parent IS NULL) = (text = 'global'))
      ) STRICT;
      INSERT INTO scope VALUES (1, 'global', NULL);

      CREATE TABLE book (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        currency INTEGER NOT NULL REFERENCES currency
      ) STRICT;

      CREATE TABLE batch (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        entered INTEGER NOT NULL,
        author TEXT NOT NULL CHECK (author <> ''),
        command TEXT NOT NULL CHECK (command <> ''),
        source TEXT CHECK (source <> ''),
        source_sha256 BLOB CHECK (length(source_sha256) = 32),
        CHECK (source IS NOT NULL OR source_sha256 IS NULL)
      ) STRICT;

      CREATE TABLE fact (
        seq INTEGER PRIMARY KEY CHECK (seq > 0),
        kind INTEGER NOT NULL REFERENCES kind,
        id TEXT NOT NULL CHECK (id <> ''),
        date INTEGER NOT NULL CHECK (date BETWEEN -719162 AND 2932896),
        posted INTEGER NOT NULL CHECK (posted BETWEEN date AND 2932896),
        recorded INTEGER CHECK (recorded BETWEEN date AND 2932896),
        entered INTEGER NOT NULL,
        author TEXT NOT NULL CHECK (author <> ''),
        reference INTEGER REFERENCES name,
        batch INTEGER NOT NULL REFERENCES batch,
        body TEXT NOT NULL CHECK (body <> ''),
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT;

      CREATE TABLE mention (
        seq INTEGER NOT NULL REFERENCES fact,
        name INTEGER NOT NULL REFERENCES name,
        PRIMARY KEY (seq, name)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE posting (
        seq INTEGER NOT NULL REFERENCES fact,
        entry INTEGER NOT NULL CHECK (entry > 0),
        line INTEGER NOT NULL CHECK (line > 0),
        day INTEGER NOT NULL CHECK (day BETWEEN -719162 AND 2932896),
        occasion INTEGER NOT NULL REFERENCES occasion,
        account INTEGER NOT NULL REFERENCES account,
        fund INTEGER NOT NULL REFERENCES name,
        side INTEGER NOT NULL CHECK (side IN (1, -1)),
        amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
        currency INTEGER NOT NULL REFERENCES currency,
        book_minor INTEGER NOT NULL CHECK (book_minor >= 0),
        agreement INTEGER REFERENCES name,
        part INTEGER CHECK (part > 0),
        scope INTEGER REFERENCES scope,
        year INTEGER CHECK (year BETWEEN 1 AND 9999),
        PRIMARY KEY (seq, entry, line)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE position (
        seq INTEGER NOT NULL REFERENCES fact,
        line INTEGER NOT NULL CHECK (line > 0),
        measure INTEGER NOT NULL REFERENCES measure,
        day INTEGER NOT NULL CHECK (day BETWEEN -719162 AND 2932896),
        scope INTEGER NOT NULL REFERENCES scope,
        year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
        donor INTEGER REFERENCES donor,
        category INTEGER REFERENCES category,
        reach INTEGER REFERENCES reach,
        reference INTEGER REFERENCES name,
        count INTEGER NOT NULL,
        amount_minor INTEGER NOT NULL,
        currency INTEGER NOT NULL REFERENCES currency,
        book_minor INTEGER NOT NULL,
        PRIMARY KEY (seq, line)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE balance_by_day (
        day INTEGER NOT NULL,
        account INTEGER NOT NULL,
        funds INTEGER NOT NULL CHECK (funds BETWEEN 0 AND 2),
        currency INTEGER NOT NULL,
        debits_minor INTEGER NOT NULL CHECK (debits_minor >= 0),
        credits_minor INTEGER NOT NULL CHECK (credits_minor >= 0),
        book_debits_minor INTEGER NOT NULL CHECK (book_debits_minor >= 0),
        book_credits_minor INTEGER NOT NULL CHECK (book_credits_minor >= 0),
        PRIMARY KEY (day, account, funds, currency)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE balance_by_month (
        month INTEGER NOT NULL,
        account INTEGER NOT NULL,
        funds INTEGER NOT NULL CHECK (funds BETWEEN 0 AND 2),
        currency INTEGER NOT NULL,
        debits_minor INTEGER NOT NULL CHECK (debits_minor >= 0),
        credits_minor INTEGER NOT NULL CHECK (credits_minor >= 0),
        book_debits_minor INTEGER NOT NULL CHECK (book_debits_minor >= 0),
        book_credits_minor INTEGER NOT NULL CHECK (book_credits_minor >= 0),
        PRIMARY KEY (month, account, funds, currency)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE balance_by_fund (
        month INTEGER NOT NULL,
        account INTEGER NOT NULL,
        fund INTEGER NOT NULL,
        currency INTEGER NOT NULL,
        debits_minor INTEGER NOT NULL CHECK (debits_minor >= 0),
        credits_minor INTEGER NOT NULL CHECK (credits_minor >= 0),
        book_debits_minor INTEGER NOT NULL CHECK (book_debits_minor >= 0),
        book_credits_minor INTEGER NOT NULL CHECK (book_credits_minor >= 0),
        PRIMARY KEY (fund, month, account, currency)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE position_count (
        scope INTEGER PRIMARY KEY REFERENCES scope,
        rows INTEGER NOT NULL CHECK (rows > 0),
        summed INTEGER NOT NULL CHECK (summed IN (0, 1))
      ) STRICT;

      CREATE TABLE position_by_donor (
        scope INTEGER NOT NULL,
        year INTEGER NOT NULL,
        measure INTEGER NOT NULL,
        month INTEGER NOT NULL,
        donor INTEGER NOT NULL,
        currency INTEGER NOT NULL,
        count INTEGER NOT NULL,
        amount_minor INTEGER NOT NULL,
        book_minor INTEGER NOT NULL,
        PRIMARY KEY (scope, year, measure, month, donor, currency)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE position_by_category (
        scope INTEGER NOT NULL,
        year INTEGER NOT NULL,
        measure INTEGER NOT NULL,
        month INTEGER NOT NULL,
        category INTEGER NOT NULL,
        count INTEGER NOT NULL,
        book_minor INTEGER NOT NULL,
        PRIMARY KEY (scope, year, measure, month, category)
      ) STRICT, WITHOUT ROWID;
      """,
    indexes: """
      CREATE UNIQUE INDEX fact_by_id ON fact (id);
      CREATE INDEX fact_by_kind ON fact (kind);
      CREATE INDEX fact_by_entered ON fact (entered);
      CREATE INDEX fact_by_batch ON fact (batch);
      CREATE INDEX mention_by_name ON mention (name, seq);
      CREATE INDEX posting_by_day ON posting (day, seq, entry) WHERE line = 1;
      CREATE INDEX position_by_place ON position (
        scope, year, measure, day,
        donor, category, reach, reference, count, amount_minor, currency, book_minor);
      CREATE INDEX position_by_reach ON position (reach, day)
      WHERE reach IS NOT NULL;

      CREATE VIEW journal AS
      SELECT fact.id AS fact, posting.entry, date(day * 86400, 'unixepoch') AS day,
        occasion.text AS occasion, account.text AS account, fund.text AS fund,
        CASE side WHEN 1 THEN 'debit' ELSE 'credit' END AS side,
        amount_minor, currency.text AS currency, book_minor,
        agreement.text AS agreement, part, scope.text AS scope, year
      FROM posting
        JOIN fact ON fact.seq = posting.seq
        JOIN occasion ON occasion.number = posting.occasion
        JOIN account ON account.number = posting.account
        JOIN name AS fund ON fund.number = posting.fund
        JOIN currency ON currency.number = posting.currency
        LEFT JOIN name AS agreement ON agreement.number = posting.agreement
        LEFT JOIN scope ON scope.number = posting.scope;
      CREATE VIEW funding AS
      SELECT fact.id AS fact, measure.text AS measure, date(day * 86400, 'unixepoch') AS day,
        scope.text AS scope, year, donor.text AS donor, category.text AS category,
        reach.text AS reach, name.text AS reference, count, amount_minor, currency.text AS currency, book_minor
      FROM position
        JOIN fact ON fact.seq = position.seq
        JOIN measure ON measure.number = position.measure
        JOIN scope ON scope.number = position.scope
        JOIN currency ON currency.number = position.currency
        LEFT JOIN donor ON donor.number = position.donor
        LEFT JOIN category ON category.number = position.category
        LEFT JOIN reach ON reach.number = position.reach
        LEFT JOIN name ON name.number = position.reference;

      CREATE TRIGGER fact_follows BEFORE INSERT ON fact
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM fact)
        OR EXISTS (SELECT 1 FROM fact WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'append-only: a fact follows the last one, under a new name'); END;
      CREATE TRIGGER posting_follows BEFORE INSERT ON posting
      WHEN NEW.seq IS NOT (SELECT max(seq) FROM fact)
        OR EXISTS (SELECT 1 FROM posting
          WHERE seq = NEW.seq AND entry = NEW.entry AND line = NEW.line)
      BEGIN SELECT RAISE(ABORT, 'append-only: a posting belongs to the last fact'); END;
      CREATE TRIGGER position_follows BEFORE INSERT ON position
      WHEN NEW.seq IS NOT (SELECT max(seq) FROM fact)
        OR EXISTS (SELECT 1 FROM position WHERE seq = NEW.seq AND line = NEW.line)
      BEGIN SELECT RAISE(ABORT, 'append-only: a position belongs to the last fact'); END;
      CREATE TRIGGER mention_follows BEFORE INSERT ON mention
      WHEN NEW.seq IS NOT (SELECT max(seq) FROM fact)
      BEGIN SELECT RAISE(ABORT, 'append-only: a mention belongs to the last fact'); END;

      CREATE TRIGGER currency_keeps BEFORE UPDATE ON currency
      BEGIN SELECT RAISE(ABORT, 'append-only: currency'); END;
      CREATE TRIGGER currency_stays BEFORE DELETE ON currency
      BEGIN SELECT RAISE(ABORT, 'append-only: currency'); END;
      CREATE TRIGGER account_keeps BEFORE UPDATE ON account
      BEGIN SELECT RAISE(ABORT, 'append-only: account'); END;
      CREATE TRIGGER account_stays BEFORE DELETE ON account
      BEGIN SELECT RAISE(ABORT, 'append-only: account'); END;
      CREATE TRIGGER donor_keeps BEFORE UPDATE ON donor
      BEGIN SELECT RAISE(ABORT, 'append-only: donor'); END;
      CREATE TRIGGER donor_stays BEFORE DELETE ON donor
      BEGIN SELECT RAISE(ABORT, 'append-only: donor'); END;
      CREATE TRIGGER name_keeps BEFORE UPDATE ON name
      BEGIN SELECT RAISE(ABORT, 'append-only: name'); END;
      CREATE TRIGGER name_stays BEFORE DELETE ON name
      BEGIN SELECT RAISE(ABORT, 'append-only: name'); END;
      CREATE TRIGGER kind_keeps BEFORE UPDATE ON kind
      BEGIN SELECT RAISE(ABORT, 'append-only: kind'); END;
      CREATE TRIGGER kind_stays BEFORE DELETE ON kind
      BEGIN SELECT RAISE(ABORT, 'append-only: kind'); END;
      CREATE TRIGGER occasion_keeps BEFORE UPDATE ON occasion
      BEGIN SELECT RAISE(ABORT, 'append-only: occasion'); END;
      CREATE TRIGGER occasion_stays BEFORE DELETE ON occasion
      BEGIN SELECT RAISE(ABORT, 'append-only: occasion'); END;
      CREATE TRIGGER measure_keeps BEFORE UPDATE ON measure
      BEGIN SELECT RAISE(ABORT, 'append-only: measure'); END;
      CREATE TRIGGER measure_stays BEFORE DELETE ON measure
      BEGIN SELECT RAISE(ABORT, 'append-only: measure'); END;
      CREATE TRIGGER category_keeps BEFORE UPDATE ON category
      BEGIN SELECT RAISE(ABORT, 'append-only: category'); END;
      CREATE TRIGGER category_stays BEFORE DELETE ON category
      BEGIN SELECT RAISE(ABORT, 'append-only: category'); END;
      CREATE TRIGGER reach_keeps BEFORE UPDATE ON reach
      BEGIN SELECT RAISE(ABORT, 'append-only: reach'); END;
      CREATE TRIGGER reach_stays BEFORE DELETE ON reach
      BEGIN SELECT RAISE(ABORT, 'append-only: reach'); END;
      CREATE TRIGGER scope_keeps BEFORE UPDATE ON scope
      BEGIN SELECT RAISE(ABORT, 'append-only: scope'); END;
      CREATE TRIGGER scope_stays BEFORE DELETE ON scope
      BEGIN SELECT RAISE(ABORT, 'append-only: scope'); END;
      CREATE TRIGGER book_keeps BEFORE UPDATE ON book
      BEGIN SELECT RAISE(ABORT, 'append-only: book'); END;
      CREATE TRIGGER book_stays BEFORE DELETE ON book
      BEGIN SELECT RAISE(ABORT, 'append-only: book'); END;
      CREATE TRIGGER batch_keeps BEFORE UPDATE ON batch
      BEGIN SELECT RAISE(ABORT, 'append-only: batch'); END;
      CREATE TRIGGER batch_stays BEFORE DELETE ON batch
      BEGIN SELECT RAISE(ABORT, 'append-only: batch'); END;
      CREATE TRIGGER fact_keeps BEFORE UPDATE ON fact
      BEGIN SELECT RAISE(ABORT, 'append-only: fact'); END;
      CREATE TRIGGER fact_stays BEFORE DELETE ON fact
      BEGIN SELECT RAISE(ABORT, 'append-only: fact'); END;
      CREATE TRIGGER mention_keeps BEFORE UPDATE ON mention
      BEGIN SELECT RAISE(ABORT, 'append-only: mention'); END;
      CREATE TRIGGER mention_stays BEFORE DELETE ON mention
      BEGIN SELECT RAISE(ABORT, 'append-only: mention'); END;
      CREATE TRIGGER posting_keeps BEFORE UPDATE ON posting
      BEGIN SELECT RAISE(ABORT, 'append-only: posting'); END;
      CREATE TRIGGER posting_stays BEFORE DELETE ON posting
      BEGIN SELECT RAISE(ABORT, 'append-only: posting'); END;
      CREATE TRIGGER position_keeps BEFORE UPDATE ON position
      BEGIN SELECT RAISE(ABORT, 'append-only: position'); END;
      CREATE TRIGGER position_stays BEFORE DELETE ON position
      BEGIN SELECT RAISE(ABORT, 'append-only: position'); END;
      """)
}
