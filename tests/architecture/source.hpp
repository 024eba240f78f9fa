// The project's text files as the architecture tests see them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::architecture {

struct SourceFile {
  std::string path;  // relative to the project's root, with '/'
  std::string text;
};

struct Include {
  std::string name;
  bool quoted = false;   // "name" rather than <name>
  std::size_t line = 0;  // from 1
};

/// Every text file of the project below `root`, ordered by path; results and other things that lie
/// in the root, and what is built or downloaded, are left out.
std::vector<SourceFile> project_files(const std::filesystem::path& root);

/// True for C++ files: .cpp and .hpp.
bool is_cpp(std::string_view path);

/// The lines of a text without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

/// The #include lines of a C++ text. One inside a block comment counts too.
std::vector<Include> includes_of(std::string_view text);

/// A C++ text of equal length in which comments, literals and preprocessor lines are blanks.
std::string code_only(std::string_view text);

}  // namespace rapport::architecture
