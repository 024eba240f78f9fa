// Rows of a journal that are not what was written, and journals of other versions.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "example.hpp"

using Catch::Contains;
using namespace rapport;

TEST_CASE("A journal in whose rows anything was changed or taken away is refused, not believed") {
  const example::Folder folder;
  const std::string path = folder.file("result.h5.part");
  {
    Journal journal = Journal::open(folder.file(), example::design(), example::network());
    journal.append(example::packed(example::runs()));
    journal.note_needed(std::vector<NeededReplicates>{{0, 0, 3}, {0, 1, 5}});
  }
  CHECK(verify_result(path).done == 29);
  const auto [where, change] = GENERATE(table<std::string, std::string>(
      {{"run", "UPDATE run SET final = zeroblob(length(final))"},
       {"run", "UPDATE run SET digest = digest + 1"},
       {"run", "UPDATE run SET status = 2"},
       {"run", "UPDATE run SET message = 'something else'"},
       {"run", "UPDATE run SET daily = zeroblob(length(daily))"},
       {"run", "UPDATE OR REPLACE run SET replicate = 3 WHERE point = 2 AND replicate = 4"},
       {"run", "UPDATE run SET point = point + 4294967296 WHERE replicate = 0"},
       {"run", "UPDATE run SET replicate = replicate + 4294967296"},
       {"run", "UPDATE run SET campaign = campaign - 4294967296"},
       {"run", "UPDATE run SET people_checksum = 0"},
       {"run", "UPDATE run SET snapshot_checksum = 0"},
       {"people", "UPDATE people SET trust = zeroblob(length(trust))"},
       {"people", "UPDATE people SET annoyance = zeroblob(length(annoyance))"},
       {"people", "UPDATE people SET trust = annoyance, annoyance = trust"},
       {"people", "UPDATE people SET replicate = 2 - replicate"},
       {"people", "DELETE FROM people WHERE point = 2 AND replicate = 1"},
       {"snapshot", "UPDATE snapshot SET days = x'0000010002000300'"},
       {"snapshot", "UPDATE snapshot SET trust = zeroblob(length(trust))"},
       {"snapshot", "UPDATE snapshot SET annoyance_histogram = trust_histogram"},
       {"snapshot", "UPDATE snapshot SET stage = zeroblob(length(stage))"},
       {"snapshot", "DELETE FROM snapshot WHERE campaign = 1"},
       {"network", "UPDATE network SET x = y, y = x"},
       {"network", "UPDATE network SET people_in_network = people_in_network + 1"},
       {"network", "UPDATE network SET people_in_network = people_in_network + 4294967296"},
       {"network", "DELETE FROM network"},
       {"needed", "UPDATE needed SET replicates = replicates + 1"}}));
  Database(path, Database::Create::never).execute(change.c_str());
  INFO(change);
  const auto [code, message] = example::failure_of([&] { verify_result(path); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("is damaged (a row of table " + where + " is not what was written"));
}

TEST_CASE("A journal whose design was changed is refused, whatever of it was changed") {
  const example::Folder folder;
  const std::string path = folder.file("result.h5.part");
  Journal::open(folder.file(), example::design(), example::network())
      .append(example::packed(example::runs()));
  const std::string change =
      GENERATE("UPDATE meta SET value = 'Another title' WHERE key = 'title'",
               "UPDATE meta SET value = value || ' ' WHERE key = 'scenario'",
               "UPDATE meta SET value = 1 - value WHERE key = 'baseline'",
               "UPDATE campaign SET name = 'Other' WHERE position = 0",
               "UPDATE parameter SET low = 0.002 WHERE position = 0",
               "UPDATE design_point SET value = value + 1e-15 WHERE point = 0 AND parameter = 0",
               "UPDATE expectation SET larger_factor = 2 WHERE position = 0",
               "INSERT INTO stop_rule VALUES (0, 'sales', 1, 0, 0, 0.95, 20, 2000, 20)",
               "DELETE FROM meta WHERE key = 'checksum'");
  Database(path, Database::Create::never).execute(change.c_str());
  const auto [code, message] = example::failure_of([&] { ResultReader::open(path); });
  INFO(change);
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("is damaged"));
}

TEST_CASE("A journal with views or triggers of somebody else is refused before it is read") {
  const example::Folder folder;
  const std::string path = folder.file("result.h5.part");
  Journal::open(folder.file(), example::design(), example::network())
      .append(example::packed(example::runs()));
  const std::string change = GENERATE(
      "CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM run; END",
      "CREATE TABLE other (value)", "ALTER TABLE run ADD COLUMN more", "DROP TABLE needed",
      // One that never comes to an end.
      "DROP TABLE needed; CREATE VIEW needed AS WITH RECURSIVE n(point, campaign, replicates, "
      "checksum) AS (SELECT 0, 0, 0, 0 UNION ALL SELECT 0, 0, replicates + 1, 0 FROM n) "
      "SELECT * FROM n");
  Database(path, Database::Create::never).execute(change.c_str());
  const auto read = example::failure_of([&] { verify_result(path); });
  CHECK(read.first == ExitCode::bad_data);
  CHECK_THAT(read.second, Contains("its tables are not those of a journal"));
  CHECK(example::failure_of(
            [&] { Journal::open(folder.file(), example::design(), example::network()); }) == read);
}

TEST_CASE("A journal that holds a replicate beyond its design is not gone on with") {
  const example::Folder folder;
  Journal::open(folder.file(), example::design(), example::network())
      .append(example::packed(example::runs()));
  const std::string replicate = GENERATE("4294967294", "4294967295", "8589934592");
  Database(folder.file("result.h5.part"), Database::Create::never)
      .execute(("UPDATE run SET replicate = " + replicate +
                " WHERE point = 0 AND campaign = 0 AND replicate = 0")
                   .c_str());
  const auto [code, message] = example::failure_of(
      [&] { Journal::open(folder.file(), example::design(), example::network()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("is damaged"));
}

TEST_CASE("Statistics that somebody had SQLite make do no harm to a journal") {
  const example::Folder folder;
  const std::string path = folder.file("result.h5.part");
  Journal::open(folder.file(), example::design(), example::network())
      .append(example::packed(example::runs()));
  Database(path, Database::Create::never).execute("ANALYZE");
  CHECK(verify_result(path).done == 29);
}

TEST_CASE("No result is made of a journal in which feelings or pictures were changed") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  journal.append(example::packed(example::runs()));
  const std::string change =
      GENERATE("people SET trust = annoyance", "snapshot SET trust = annoyance",
               "network SET x = y", "run SET daily = final");
  Database(folder.file("result.h5.part"), Database::Create::never)
      .execute(("UPDATE " + change).c_str());
  const auto [code, message] = example::failure_of([&] { write_result(folder.file(), journal); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("is not what was written"));
  CHECK(folder.names() == std::vector<std::string>{"result.h5.part"});
}

TEST_CASE("A journal of another version is refused with what to do, and --force discards it") {
  const example::Folder folder;
  const std::string path = folder.file("result.h5.part");
  Journal::open(folder.file(), example::design(), example::network())
      .append(example::packed(example::runs()));
  const int version = GENERATE(6, 8);
  Database(path, Database::Create::never)
      .execute(fmt::format("PRAGMA user_version = {}", version).c_str());
  const auto read = example::failure_of([&] { ResultReader::open(path); });
  CHECK(read.first == ExitCode::bad_data);
  CHECK_THAT(read.second, Contains("was written by another version of rapport; finish it with that "
                                   "one, or start anew with run --force"));
  CHECK(example::failure_of(
            [&] { Journal::open(folder.file(), example::design(), example::network()); }) == read);
  Journal::discard(folder.file());
  CHECK(folder.names().empty());
}
