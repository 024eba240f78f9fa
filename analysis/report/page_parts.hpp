// Script and style of the page, bundled when the program was built.
#pragma once

#include <string_view>

namespace rapport::report {

/// The script that draws the charts: a zlib stream in base64.
std::string_view packed_script();
/// A short script that unpacks and runs the other one.
std::string_view script_loader();
/// Of both scripts, for the content security policy: "'sha256-...' 'sha256-...'".
std::string_view script_hashes();
std::string_view page_style();

}  // namespace rapport::report
