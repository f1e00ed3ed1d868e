// json-c, which keeps whole numbers whole and decimals as they are written (2026-11: Debian's
// libjson-c-dev, 0.16).
#ifndef BURSAR_CJSON_SHIM_H
#define BURSAR_CJSON_SHIM_H
#include <json-c/json.h>

/// A parser that takes RFC 8259 and nothing beside it, in valid UTF-8; nested no deeper than `depth`.
static inline struct json_tokener *bursar_json_parser(int depth) {
  struct json_tokener *parser = json_tokener_new_ex(depth);
  if (parser)
    json_tokener_set_flags(parser, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  return parser;
}
#endif
