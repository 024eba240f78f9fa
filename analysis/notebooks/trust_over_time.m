% Opens a result with Octave's netcdf package and draws how trust develops, as the report does.
% usage: octave trust_over_time.m RESULT.h5 PICTURE.svg
pkg load netcdf

graphics_toolkit("gnuplot");  % draws without a window
arguments = argv();
result = arguments{1};
% Dimensions in reverse order: day x replicate x campaign x point.
trust = ncread(result, "/daily/mean_trust")(:, :, :, 1);
days = 1:size(trust, 1);
known = ! isnan(trust);  % a run that failed or is missing has no values
trust(! known) = 0;
mean_trust = reshape(sum(trust, 2) ./ sum(known, 2), numel(days), []);

picture = figure("visible", "off");
plot(days, mean_trust, "linewidth", 2);
xlabel("day");
ylabel("mean trust");
title("How trust in the sender develops");
% Names of campaigns are text of any length, which Octave's package does not read.
names = strcat({"campaign "}, num2str((1:columns(mean_trust))'));
legend(names, "location", "northwest");
print(picture, arguments{2});
printf("campaign %d\t%.6g\n", [1:columns(mean_trust); mean_trust(end, :)]);
