#include "analysis/report/markup.hpp"

#include <catch2/catch.hpp>

using namespace rapport::report;

TEST_CASE("No name becomes a tag, an attribute or an entity") {
  CHECK(escaped("</script><img src=x onerror=\"alert('1')\">&amp;") ==
        "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;");
}

TEST_CASE("Letters of any script stay as they are") {
  CHECK(escaped("über 日本 مرحبا") == "über 日本 مرحبا");
}

TEST_CASE("Control characters and broken bytes become replacement characters") {
  CHECK(escaped(std::string("a\0b", 3)) == "a\uFFFDb");
  CHECK(escaped("a\x1B[31m") == "a\uFFFD[31m");
  CHECK(escaped("a\xFF\xC3") == "a\uFFFD\uFFFD");
  CHECK(escaped("\xED\xA0\x80") == "\uFFFD");  // half of a surrogate pair
  CHECK(escaped("\xE0\x80\xBC") == "\uFFFD");  // "<" written too long
}

TEST_CASE("Marks that turn what follows are taken out, whole right-to-left names are not") {
  CHECK(escaped("a\u202Eb") == "a\uFFFDb");
  CHECK(isolated("\u202Eabc") == "\u2068\uFFFDabc\u2069");
  CHECK(isolated("مرحبا") == "\u2068مرحبا\u2069");
}

TEST_CASE("A name cannot end its own isolate") {
  CHECK(isolated("ü\u2069\u202Ex") == "\u2068ü\uFFFD\uFFFDx\u2069");
}

TEST_CASE("Plain names need no isolate") {
  CHECK(isolated("Spam blast") == "Spam blast");
  CHECK(isolated("two\nlines") == "two lines");
}

TEST_CASE("Nothing in embedded data can end its block") {
  CHECK(script_safe("{\"a\":\"</script><!--&\"}") ==
        "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}");
}

TEST_CASE("Names are shortened by letters, and an isolate stays closed") {
  CHECK(shortened("abcdef", 6) == "abcdef");
  CHECK(shortened("abcdefg", 6) == "abcde…");
  CHECK(shortened(isolated("مرحبا بكم"), 4) == "\u2068مرح…\u2069");
}
