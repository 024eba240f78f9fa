#include "tests/architecture/functions.hpp"

#include <algorithm>
#include <regex>

#include "tests/architecture/source.hpp"

namespace rapport::architecture {

namespace {

std::string joined_blanks(std::string_view text) {
  static const std::regex blanks(R"(\s+)");
  const std::string joined = std::regex_replace(std::string(text), blanks, " ");
  const std::size_t begin = joined.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return joined.substr(begin, joined.find_last_not_of(' ') - begin + 1);
}

/// The head without `template <...>`, whose defaults hold '=' and whose parameters hold `class`.
std::string without_template(std::string head) {
  while (head.starts_with("template")) {
    std::size_t end = head.find('<');
    int depth = 0;
    for (; end < head.size(); ++end) {
      if (head[end] == '<') ++depth;
      if (head[end] == '>' && --depth == 0) break;
    }
    head = joined_blanks(std::string_view(head).substr(std::min(end + 1, head.size())));
  }
  return head;
}

/// Namespaces and types: their braces hold declarations, not statements.
bool opens_declarations(const std::string& head) {
  static const std::regex type(R"(^(inline |static |constexpr |const |typedef )*)"
                               R"((namespace|class|struct|union|enum)\b)");
  static const std::regex linkage(R"(^extern$)");
  return std::regex_search(head, type) || std::regex_search(head, linkage);
}

bool opens_function(const std::string& head) {
  if (head.find('(') == std::string::npos) return false;
  if (head.find("operator") != std::string::npos) return true;
  int depth = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '(') ++depth;
    if (head[i] == ')') --depth;
    // An initializer holds data, unless it is a lambda.
    if (head[i] == '=' && depth == 0) return head.compare(i, 3, "= [") == 0;
  }
  return true;
}

std::size_t closing_brace(std::string_view code, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < code.size(); ++i) {
    if (code[i] == '{') ++depth;
    if (code[i] == '}' && --depth == 0) return i;
  }
  return code.size();
}

bool is_access(const std::string& head) {
  return head == "public" || head == "private" || head == "protected";
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : code_(code_only(text)) {}

  std::vector<Function> scan() {
    for (std::size_t i = 0; i < code_.size(); ++i) {
      const char c = code_[i];
      if (c == ';' || c == '}' || (c == ':' && is_access(head_before(i)))) head_ = i + 1;
      if (c == '{') i = after_open(i);
    }
    return std::move(functions_);
  }

 private:
  std::string head_before(std::size_t i) const {
    return joined_blanks(std::string_view(code_).substr(head_, i - head_));
  }

  /// Where to go on after the brace at `open`.
  std::size_t after_open(std::size_t open) {
    const std::string head = without_template(head_before(open));
    if (opens_declarations(head)) {
      head_ = open + 1;
      return open;
    }
    const std::size_t close = closing_brace(code_, open);
    const std::size_t next = code_.find_first_not_of(" \n\t", std::min(close + 1, code_.size()));
    const bool in_member_initializers =
        next != std::string::npos && (code_[next] == '{' || code_[next] == ',');
    if (in_member_initializers) return close;
    if (opens_function(head)) add(head, close);
    head_ = close + 1;
    return close;
  }

  void add(const std::string& head, std::size_t close) {
    const std::size_t first = line_of(code_.find_first_not_of(" \n\t", head_));
    functions_.push_back({head, first, line_of(close) - first + 1});
  }

  std::size_t line_of(std::size_t position) const {
    const auto end = code_.begin() + static_cast<std::ptrdiff_t>(std::min(position, code_.size()));
    return static_cast<std::size_t>(std::count(code_.begin(), end, '\n')) + 1;
  }

  std::string code_;
  std::size_t head_ = 0;  // where the head of the next brace begins
  std::vector<Function> functions_;
};

}  // namespace

std::vector<Function> functions_of(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace rapport::architecture
