#include <cerrno>
#include <cstdio>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <system_error>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/templates.hpp"
#include "core/failure.hpp"
#include "input/did_you_mean.hpp"

namespace rapport {
namespace {

const TemplateRow& find_template(const std::string& name) {
  std::vector<std::string_view> names;
  for (const auto& row : template_rows()) {
    if (row.name == name) return row;
    names.push_back(row.name);
  }
  const auto meant = nearest_word(name, names);
  throw Failure(ExitCode::usage,
                fmt::format("unknown template \"{}\"{}; choose one of {}", name,
                            meant.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", meant),
                            join_words(names)));
}

[[noreturn]] void cannot_write(const std::string& path, int reason) {
  const bool exists = reason == EEXIST;
  throw Failure(ExitCode::cannot_create,
                fmt::format("cannot create {} ({}); {}", path,
                            exists ? "it exists already"
                                   : std::error_code(reason, std::generic_category()).message(),
                            exists ? "choose another name or remove it" : "choose another place"));
}

/// Never writes over a file that exists, not even one that appears at the last moment.
void write_new_file(const std::string& path, std::string_view text) {
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "wx"));
  if (!file) cannot_write(path, errno);
  const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  if (!written || std::fflush(file.get()) != 0) {
    throw Failure(ExitCode::input_output,
                  fmt::format("cannot write {} ({}); make room and try again", path,
                              std::error_code(errno, std::generic_category()).message()));
  }
}

}  // namespace

int init_command(std::span<const std::string> arguments) {
  CommandUsage usage{.name = "init",
                     .synopsis = "--template workshop|lecture|sweep [FILE]",
                     .meaning =
                         "Writes a commented scenario to FILE, or to the standard output "
                         "when no file is named.",
                     .words = {"file"}};
  std::string about;
  for (const auto& row : template_rows()) about += fmt::format("{}: {}\n", row.name, row.meaning);
  usage.options.add_options()("template", boost::program_options::value<std::string>(),
                              about.c_str());
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const std::string name = required_word(*values, usage, "template");
  const auto& row = find_template(name);
  if (values->count("file") == 0) {
    std::cout << row.text;
    return 0;
  }
  const auto path = (*values)["file"].as<std::string>();
  write_new_file(path, row.text);
  std::cout << fmt::format("wrote {}; check it with: rapport check {}\n", path, path);
  return 0;
}

}  // namespace rapport
