// Decisions rest on the project's own kernels: the standard ones differ between libraries.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "tests/architecture/source.hpp"

using namespace rapport::architecture;

namespace {

bool decides(std::string_view path) {
  return is_cpp(path) &&
         (path.starts_with("engine/strategies/") || path.starts_with("engine/mechanisms/"));
}

}  // namespace

TEST_CASE("No strategy and no mechanism takes a power from the standard library") {
  std::size_t looked_at = 0;
  for (const SourceFile& file : project_files(RAPPORT_SOURCE_DIR)) {
    if (!decides(file.path)) continue;
    ++looked_at;
    const std::string code = code_only(file.text);
    for (const char* name : {"std::exp", "std::exp2", "std::pow"}) {
      INFO(file.path << " calls " << name);
      CHECK(code.find(name + std::string("(")) == std::string::npos);
    }
  }
  CHECK(looked_at > 50);
}
