// Owns an SQLite database and its statements, and turns every SQLite error into a Failure.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <vector>

#include "results/checksum.hpp"

namespace rapport {

/// An open database. Errors of all members are Failures that name the file and the reason:
/// bad_data (no database, damaged, foreign tables), cannot_create, input_output (full disk, in
/// use).
class Database {
 public:
  enum class Create { never, when_missing };
  Database(std::string path, Create create);

  void execute(const char* sql);
  sqlite3* get() const { return handle_.get(); }
  const std::string& path() const { return path_; }
  [[noreturn]] void fail(int code) const;

 private:
  struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::string path_;
  std::unique_ptr<sqlite3, Closer> handle_;
};

/// A prepared statement; parameters count from 1 and columns from 0, as in SQLite. The database
/// must outlive it. Bound text and blobs are not copied: they must live until the next `reset`.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  template <class T>
  requires std::is_integral_v<T> Statement& bind(int parameter, T value) {
    return bind_integer(parameter, static_cast<std::int64_t>(value));
  }
  Statement& bind(int parameter, double value);
  Statement& bind(int parameter, std::string_view text);
  template <class T>
  Statement& bind(int parameter, std::span<const T> values) {
    return bind_blob(parameter, values.data(), values.size_bytes());
  }

  /// Steps to the next row; false at the end.
  bool step();
  void reset();
  /// One step of a statement that gives no rows, ready for the next values.
  void run();

  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;
  /// Adds all columns of the row: kind, numbers by their bits, texts and blobs with their lengths.
  void add_row(Checksum& checksum) const;
  /// The blob copied into numbers; a length that is no multiple of the number's is bad_data.
  template <class T>
  std::vector<T> blob(int column) const {
    std::vector<T> values(blob_bytes(column, sizeof(T)) / sizeof(T));
    copy_blob(column, values.data());
    return values;
  }

 private:
  Statement& bind_integer(int parameter, std::int64_t value);
  Statement& bind_blob(int parameter, const void* data, std::size_t bytes);
  std::size_t blob_bytes(int column, std::size_t unit) const;
  void copy_blob(int column, void* to) const;

  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

/// Everything until `commit` happens or nothing does.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace rapport
