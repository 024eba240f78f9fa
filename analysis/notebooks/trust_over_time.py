"""Opens a result with xarray and draws how trust develops, as the report does.

usage: python3 trust_over_time.py RESULT.h5 PICTURE.png
"""

import sys

import matplotlib

matplotlib.use("Agg")  # a file, not a window
import matplotlib.pyplot as plt
import xarray

result, picture = sys.argv[1:3]
daily = xarray.open_dataset(result, group="daily")
trust = daily.mean_trust.isel(point=0)  # campaign x replicate x day

figure, axes = plt.subplots(figsize=(7, 4.5))
for campaign in trust.campaign.values:
    runs = trust.sel(campaign=campaign)
    mean = runs.mean("replicate")
    low, high = runs.quantile([0.05, 0.95], "replicate")
    axes.plot(runs.day + 1, mean, label=campaign)
    axes.fill_between(runs.day + 1, low, high, alpha=0.2)
    print(f"{campaign}\t{float(mean[-1]):.6g}")
axes.set(xlabel="day", ylabel="mean trust", title="How trust in the sender develops")
axes.legend()
figure.savefig(picture, dpi=150)
