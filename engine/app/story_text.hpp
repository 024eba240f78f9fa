// The story of one person in a run, as a table for people and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "experiment/person_story.hpp"

namespace rapport {

/// `person` is the name to print. Days count from 1, as in a comparison.
std::string story_text(const PersonStory& story, const std::string& person);
nlohmann::ordered_json story_json(const PersonStory& story, const std::string& person);

}  // namespace rapport
