// libxml2, which reads XML as it comes (2026-11: Debian's libxml2-dev, 2.9).
#ifndef BURSAR_CXML2_SHIM_H
#define BURSAR_CXML2_SHIM_H
#include <libxml/parser.h>
#include <string.h>

/// A parser that is fed chunks, and tells `receiver` what it finds. It expands no entity, reads no
/// other file, asks no network and prints nothing. Only what is set here is ever called.
static inline xmlParserCtxtPtr bursar_xml_parser(
    void *receiver, startElementNsSAX2Func start, charactersSAXFunc characters,
    endElementNsSAX2Func end, internalSubsetSAXFunc doctype) {
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.characters = characters;
  handler.cdataBlock = characters;
  handler.endElementNs = end;
  handler.internalSubset = doctype;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, receiver, NULL, 0, NULL);
  if (parser)
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return parser;
}
#endif
