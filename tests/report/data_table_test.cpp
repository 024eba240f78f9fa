#include "analysis/report/data_table.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace rapport::report;

TEST_CASE("CSV holds whole numbers where people read short ones") {
  DataTable table;
  table.head = {"Campaign", "Sales"};
  table.rows = {{words("Notes"), number_cell(1234.5678)}};
  CHECK(csv(table) == "Campaign,Sales\nNotes,1234.5678\n");
  CHECK(html(table, "x").find("1,230") != std::string::npos);
}

TEST_CASE("What a spreadsheet would calculate is text, negative numbers are numbers") {
  DataTable table;
  table.head = {"=1+1", "a,b"};
  table.rows = {{words("say \"hi\""), number_cell(-2)}};
  CHECK(csv(table) == "'=1+1,\"a,b\"\n\"say \"\"hi\"\"\",-2\n");
}

TEST_CASE("A missing number is an empty field and a dash") {
  DataTable table;
  table.head = {"a", "b"};
  table.rows = {{words("x"), number_cell(std::nan(""))}};
  CHECK(csv(table) == "a,b\nx,\n");
  CHECK(html(table, "x").find(">-<") != std::string::npos);
}

TEST_CASE("Cells and captions are escaped") {
  DataTable table;
  table.head = {"<b>"};
  table.rows = {{words("<i>")}};
  const std::string text = html(table, "<u>");
  CHECK(text.find("<b>") == std::string::npos);
  CHECK(text.find("<i>") == std::string::npos);
  CHECK(text.find("<u>") == std::string::npos);
}
