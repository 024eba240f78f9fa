#include "tests/architecture/source.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <regex>

namespace rapport::architecture {

namespace fs = std::filesystem;

namespace {

// The folders that hold the project; whatever else lies around in the root is not part of it.
constexpr std::array<std::string_view, 7> project_folders = {
    ".ci", "analysis", "bench", "engine", "scenarios", "tests", "tools"};

// Written by tools inside those folders.
constexpr std::array<std::string_view, 2> generated_folders = {"__pycache__", "node_modules"};

bool is_project_text(const fs::path& top_level_file) {
  const fs::path ending = top_level_file.extension();
  return ending == ".md" || ending == ".txt" || ending == ".json";
}

std::string read_text(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// End of the text [begin, ...) that `mark` closes, or of the whole text.
std::size_t after(std::string_view text, std::string_view mark, std::size_t begin) {
  const std::size_t found = text.find(mark, begin);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

std::size_t after_directive(std::string_view text, std::size_t begin) {
  std::size_t end = text.find('\n', begin);
  while (end != std::string_view::npos && text[end - 1] == '\\') end = text.find('\n', end + 1);
  return std::min(end, text.size());
}

std::size_t after_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      return i + 1;
    }
  }
  return text.size();
}

std::size_t after_raw_string(std::string_view text, std::size_t quote) {
  const std::size_t open = text.find('(', quote);
  if (open == std::string_view::npos) return text.size();
  std::string close = ")";
  close.append(text.substr(quote + 1, open - quote - 1)).append("\"");
  return after(text, close, open);
}

/// The ' of 20'000 parts digits, it opens no literal.
bool is_digit_separator(std::string_view text, std::size_t i) {
  std::size_t begin = i;
  while (begin > 0 && (is_word(text[begin - 1]) || text[begin - 1] == '\'')) --begin;
  return begin < i && std::isdigit(static_cast<unsigned char>(text[begin])) != 0;
}

bool begins_line(std::string_view text, std::size_t i) {
  while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\t')) --i;
  return i == 0 || text[i - 1] == '\n';
}

/// End of the comment, literal or preprocessor line that begins at i; i when none does.
std::size_t after_no_code(std::string_view text, std::size_t i) {
  const std::string_view two = text.substr(i, 2);
  if (two == "//") return std::min(text.find('\n', i), text.size());
  if (two == "/*") return after(text, "*/", i + 2);
  switch (text[i]) {
    case '#':
      return begins_line(text, i) ? after_directive(text, i) : i;
    case '"':
      return i > 0 && text[i - 1] == 'R' ? after_raw_string(text, i) : after_quoted(text, i);
    case '\'':
      return is_digit_separator(text, i) ? i : after_quoted(text, i);
    default:
      return i;
  }
}

}  // namespace

std::vector<SourceFile> project_files(const fs::path& root) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(root)) {
    if (entry.is_regular_file() && is_project_text(entry.path())) paths.push_back(entry.path());
  }
  for (const std::string_view folder : project_folders) {
    for (auto entry = fs::recursive_directory_iterator(root / folder); entry != fs::end(entry);
         ++entry) {
      const std::string name = entry->path().filename().string();
      if (std::ranges::find(generated_folders, name) != generated_folders.end()) {
        entry.disable_recursion_pending();
      }
      if (entry->is_regular_file()) paths.push_back(entry->path());
    }
  }
  std::vector<SourceFile> files;
  for (const fs::path& path : paths) {
    std::string text = read_text(path);
    if (text.find('\0') != std::string::npos) continue;  // not a text
    files.push_back({fs::relative(path, root).generic_string(), std::move(text)});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

bool is_cpp(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp");
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<Include> includes_of(std::string_view text) {
  static const std::regex form(R"(^\s*#\s*include\s*([<"])([^">]+)[">])");
  std::vector<Include> includes;
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::cmatch found;
    if (std::regex_search(lines[i].data(), lines[i].data() + lines[i].size(), found, form)) {
      includes.push_back({found[2].str(), found[1].str() == "\"", i + 1});
    }
  }
  return includes;
}

std::string code_only(std::string_view text) {
  std::string code(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = after_no_code(text, i);
    for (std::size_t k = i; k < end; ++k) {
      if (code[k] != '\n') code[k] = ' ';
    }
    i = std::max(end, i + 1);
  }
  return code;
}

}  // namespace rapport::architecture
