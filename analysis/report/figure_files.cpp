#include "analysis/report/figure_files.hpp"

#include <cmath>
#include <librsvg/rsvg.h>
#include <memory>
#include <stdexcept>

#include "analysis/report/markup.hpp"

namespace rapport::report {
namespace {

constexpr double png_scale = 3;

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

std::unique_ptr<RsvgHandle, Release> opened(const std::string& svg) {
  GError* error = nullptr;
  std::unique_ptr<RsvgHandle, Release> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (handle) return handle;
  const std::string reason = error->message;
  g_error_free(error);
  throw std::runtime_error("a chart cannot be drawn: " + reason);
}

}  // namespace

std::string png_of(const std::string& svg, double scale) {
  const auto handle = opened(svg);
  double width = 0, height = 0;
  rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height);
  const RsvgRectangle all = {0, 0, std::ceil(width * scale), std::ceil(height * scale)};
  const std::unique_ptr<cairo_surface_t, Release> surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(all.width), static_cast<int>(all.height)));
  const std::unique_ptr<cairo_t, Release> context(cairo_create(surface.get()));
  std::string bytes;
  if (rsvg_handle_render_document(handle.get(), context.get(), &all, nullptr) == 0 ||
      cairo_surface_write_to_png_stream(surface.get(), append, &bytes) != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error("a chart cannot be drawn as PNG");
  }
  return bytes;
}

std::vector<NamedFile> figure_files(const std::vector<Figure>& figures,
                                    const std::string& symbols) {
  std::vector<NamedFile> files;
  for (const Figure& figure : figures) {
    const std::string svg = svg_file(figure, symbols);
    files.push_back({figure.id + ".svg", svg});
    files.push_back({figure.id + ".png", png_of(svg, png_scale)});
  }
  return files;
}

std::vector<NamedFile> table_files(const std::vector<Figure>& figures) {
  std::vector<NamedFile> files;
  for (const Figure& figure : figures) {
    files.push_back(
        {figure.id + ".csv", csv(figure.whole.head.empty() ? figure.table : figure.whole)});
  }
  return files;
}

}  // namespace rapport::report
