// Final trust and annoyance of every person, run by run from the journal.
#include <algorithm>

#include "results/result_sections.hpp"

namespace rapport {

void write_people(const Hdf5Output& output, const Design& design, const JournalTables& tables) {
  if (!design.people_output) return;
  const Hdf5Handle group = create_group(output.root(), "people");
  const RunAxes axes = write_run_axes(group.get(), design);
  // Design points may have networks of different size; the missing people are NaN.
  const std::size_t most = std::max<std::size_t>(tables.most_people(), design.people);
  const Axis person = create_index_axis(group.get(), "person", most);
  put_attribute(person.scale.get(), "long_name", "number of the person in the network");
  Axes all = axes.axes();
  all.push_back(&person);
  const Hdf5Handle trust =
      create_dataset<float>(group.get(), "final_trust", all, Storage::compressed);
  put_attribute(trust.get(), "long_name", "trust at the end of the run");
  put_attribute(trust.get(), "units", "1");
  const Hdf5Handle annoyance =
      create_dataset<float>(group.get(), "final_annoyance", all, Storage::compressed);
  put_attribute(annoyance.get(), "long_name", "annoyance at the end of the run");
  put_attribute(annoyance.get(), "units", "1");
  tables.for_each_people([&](const StoredPeople& people) {
    const Extent start = {people.key.point, people.key.campaign, people.key.replicate, 0};
    const Extent size = {1, 1, 1, people.trust.size()};
    write_block<float>(trust, start, size, people.trust);
    write_block<float>(annoyance, start, size, people.annoyance);
    output.expect_written();
  });
}

}  // namespace rapport
