#include "analysis/report/page.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/report/drawing.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/page_parts.hpp"
#include "analysis/report/people_over_days.hpp"
#include "analysis/report/theme.hpp"

namespace rapport::report {
namespace {

std::string legend_html(const Figure& figure) {
  if (figure.legend.size() < 2) return "";
  std::string text = "<ul class=\"legend\">";
  for (const LegendEntry& entry : figure.legend) {
    text += fmt::format(
        "<li><svg class=\"chart\" width=\"34\" height=\"14\" aria-hidden=\"true\">"
        "<use href=\"#key{}\"/></svg>{}</li>",
        entry.style, escaped(entry.name));
  }
  return text + "</ul>";
}

std::size_t styles_used(const std::vector<Section>& sections) {
  std::size_t used = 0;
  for (const Section& section : sections) {
    for (const Figure& figure : section.figures) {
      for (const LegendEntry& entry : figure.legend) used = std::max(used, entry.style + 1);
    }
  }
  return used;
}

/// A line with its mark for each style, which all legends use.
std::string keys(std::size_t count) {
  std::string text = "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"hidden chart\">";
  for (std::size_t style = 0; style < count; ++style) {
    Drawing drawing;
    drawing.line(1, 7, 33, 7, fmt::format("line l{}", style));
    drawing.mark(17, 7, style);
    text += fmt::format("<symbol id=\"key{}\"><g class=\"chart\">{}</g></symbol>", style,
                        drawing.str());
  }
  return text + "</svg>";
}

std::string figure_html(const Figure& figure) {
  return fmt::format(
      "<figure id=\"{0}\" aria-labelledby=\"{0}-title\"><h3 id=\"{0}-title\">{1}</h3>{2}"
      "<div class=\"still\">{3}</div><div class=\"live\"></div>"
      "<figcaption>{4}</figcaption>"
      "<details><summary>Numbers behind this chart</summary>{5}</details></figure>",
      figure.id, escaped(figure.title), legend_html(figure), svg_element(figure),
      escaped(figure.reading), html(figure.table, figure.title));
}

std::string section_html(const Section& section, std::size_t number) {
  std::string text = fmt::format(
      "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">"
      "<h2 id=\"{0}-heading\">{1}. {2}</h2>{3}",
      section.id, number, escaped(section.heading), section.before);
  if (!section.figures.empty()) {
    text += "<div class=\"figures\">";
    for (const Figure& figure : section.figures) text += figure_html(figure);
    text += "</div>";
  }
  return text + section.after + "</section>";
}

std::string navigation(const std::vector<Section>& sections) {
  std::string text = "<nav aria-label=\"Parts of this report\"><ol>";
  for (const Section& section : sections) {
    text += fmt::format("<li><a href=\"#{}\">{}</a></li>", section.id, escaped(section.heading));
  }
  return text + "</ol></nav>";
}

/// What the script draws from.
std::string data_block(const ReportData& data, const std::vector<Section>& sections) {
  nlohmann::ordered_json all;
  all["figures"] = nlohmann::ordered_json::object();
  for (const Section& section : sections) {
    for (const Figure& figure : section.figures) {
      if (!figure.data.is_null()) all["figures"][figure.id] = figure.data;
    }
  }
  all["styles"] = styles_json();
  all["people"] = people_by_day(data);
  // Bytes that are no UTF-8 are replaced, as in the rest of the page.
  const std::string json = all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return "<script type=\"application/json\" id=\"data\">" + script_safe(json) + "</script>";
}

std::string head(const std::string& title) {
  return fmt::format(
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; script-src {}; base-uri 'none'; form-action 'none'\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<meta name=\"referrer\" content=\"no-referrer\">"
      "<title>{}</title><style>{}{}{}</style></head>",
      script_hashes(), title, page_colours(), drawing_rules(), page_style());
}

}  // namespace

std::string page_of(const ReportData& data, const std::vector<Section>& sections) {
  const Design& design = data.overview.design;
  const std::string title = escaped(design.title.empty() ? design.scenario_name : design.title);
  std::string page = head(title);
  page += fmt::format(
      "<body><a class=\"skip\" href=\"#answer\">Skip to the answer</a>{}"
      "<header><p class=\"kind\">Comparison of outreach strategies, simulated</p>"
      "<h1 dir=\"auto\">{}</h1></header>{}<main>",
      keys(styles_used(sections)), title, navigation(sections));
  for (std::size_t s = 0; s < sections.size(); ++s) page += section_html(sections[s], s + 1);
  page += fmt::format(
      "</main><footer><p>Written by rapport {}. Charts: Observable Plot and D3 (ISC licence). "
      "This page loads nothing from anywhere.</p></footer>",
      escaped(data.version));
  page += data_block(data, sections);
  page += "<script type=\"text/plain\" id=\"packed\">";
  page += packed_script();
  page += "</script><script>";
  page += script_loader();
  page += "</script></body></html>\n";
  return page;
}

}  // namespace rapport::report
