// The table of network kinds: what each is, and which keys of [network] mean something for it.
#pragma once

#include <span>
#include <string_view>

#include "parameters/scenario.hpp"

namespace rapport {

struct NetworkKindRow {
  NetworkKind kind;
  std::string_view name;  // as in `kind = "..."`
  std::string_view meaning;
  std::string_view keys;  // keys of [network] it takes, separated by '|'
};

/// All kinds, in the order of NetworkKind.
std::span<const NetworkKindRow> network_kind_rows();

const NetworkKindRow& network_kind_row(NetworkKind kind);

/// Whether `word` is one of the words that '|' separates in `list`.
bool is_in_list(std::string_view list, std::string_view word);

}  // namespace rapport
