// Says whether a result or a journal is what was written.
#pragma once

#include <cstddef>
#include <string>

namespace rapport {

struct Verified {
  std::string path;  // the file that was read
  bool is_journal = false;
  bool is_sealed = false;  // the checksum over all bytes is there, and right
  std::size_t runs = 0;    // of the design
  std::size_t done = 0, failed = 0, not_needed = 0;
  std::string content_digest = {};  // of a result, recomputed
};

/// Reads everything there is to read. Of a result: the seal, the schema, every measure, the digest
/// of the design, whether the rest of the file fits the design, the digests of the runs, the
/// checksum over all datasets. Of a journal: the database itself, every row, and its design. The
/// seal covers every byte. Without it nothing can be said of attributes that only people read, such
/// as title and units, nor of the scenario's text, which `replay` reads again. Throws Failure:
/// missing_input, bad_data with what is wrong.
Verified verify_result(const std::string& path);

}  // namespace rapport
