"""Reads the example experiment with the tools that users have, without extra arguments."""

import contextlib
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import warnings

import h5netcdf  # noqa: F401  loaded here, so that what packages say while loading is no test
import h5py
import netCDF4  # noqa: F401
import numpy as np
import xarray as xr

MEASURE_ROWS = [
    ("messages_sent", 0, "activity", "higher", "messages", "day: sum"),
    ("people_touched", 3, "activity", "higher", "people", "day: point"),
    ("hours_spent", 6, "activity", "neither", "hour", "day: sum"),
    ("mean_annoyance", 11, "result", "lower", "1", "day: point"),
    ("restricted_days", 26, "result", "lower", "day", "day: sum"),
]
SHAPE = {"point": 3, "campaign": 2, "replicate": 5}
CAMPAIGNS = ["Spam blast", "Persönliche Briefe"]
PARAMETERS = {
    "parameter_market_in_market_share": [0.001, 0.005, 0.02],
    "parameter_campaign_a_b_hours": [1, 2, 3],
    "parameter_campaign_a_b_hours_2": [4, 5, 6],
}


def finals(position):
    p, c, r = np.meshgrid(range(3), range(2), range(5), indexing="ij")
    values = position * 1000 + p * 100 + c * 10 + r + 0.1
    values[1, 1, 3] = np.nan  # the failed run
    return values


def dailies(position):
    days = np.arange(20, dtype=np.float32) / np.float32(32)
    return finals(position).astype(np.float32)[..., None] + days


def check_coordinates(data, engine):
    for name, size in SHAPE.items():
        assert data.sizes[name] == size, (engine, name, data.sizes)
    assert list(data.campaign.values) == CAMPAIGNS, data.campaign.values
    assert list(data.replicate.values) == list(range(5))
    for name, values in PARAMETERS.items():
        assert name in data.coords, (engine, name, list(data.coords))
        assert data[name].dims == ("point",)
        assert np.array_equal(data[name].values, values)


def check_xarray(path, engine):
    with xr.open_dataset(path, engine=engine) as data:
        check_coordinates(data, engine)
        assert list(data.day.values) == list(range(20))
        for name, position, family, better, units, _ in MEASURE_ROWS:
            variable = data[name]
            assert variable.dims == ("point", "campaign", "replicate"), variable.dims
            assert variable.dtype == np.float64, (engine, name, variable.dtype)
            assert np.array_equal(variable.values, finals(position), equal_nan=True), name
            assert variable.attrs["family"] == family
            assert variable.attrs["better"] == better
            assert variable.attrs["units"] == units
            assert variable.attrs["long_name"]
        status = data["run_status"]
        assert status.dtype == np.int8, (engine, status.dtype)
        assert status.values[1, 1, 3] == 2 and (status.values == 1).sum() == 29
        assert list(status.attrs["flag_values"]) == [0, 1, 2, 3]
        assert status.attrs["flag_meanings"] == "not_run done failed not_needed"
        assert data["run_digest"].dtype == np.uint64
        assert int(data["run_digest"].values[2, 1, 4]) == 0xF000000000000000 + 214
        assert data.attrs["Conventions"] == "CF-1.8"
        assert data.attrs["seed"] == 18446744073709551615
        assert data.attrs["baseline"] == "Persönliche Briefe"
        assert data.attrs["title"].endswith("über alles")
        assert float(data["sales"].sel(campaign="Spam blast", replicate=4, point=2)) == 12204.1
    with xr.open_dataset(path, engine=engine, group="daily") as data:
        check_coordinates(data, engine)
        for name, position, _, _, units, cell_methods in MEASURE_ROWS:
            variable = data[name]
            assert variable.dims == ("point", "campaign", "replicate", "day")
            assert variable.dtype == np.float32, (engine, name, variable.dtype)
            assert np.array_equal(variable.values, dailies(position), equal_nan=True), name
            assert variable.attrs["units"] == units
            assert variable.attrs["cell_methods"] == cell_methods
        assert float(data["sales"].sel(campaign="Spam blast", replicate=0, point=0, day=8)) > 12000
    with xr.open_dataset(path, engine=engine, group="network") as data:
        assert list(data.person.values) == [0, 2, 3, 6]
        assert data["tie_to"].dims == ("tie",) and list(data["tie_to"].values) == [1, 3]
        assert data.attrs["people_in_network"] == 7
    with xr.open_dataset(path, engine=engine, group="snapshots") as data:
        assert data["trust"].dims == ("campaign", "snapshot_day", "person")
        assert list(data.snapshot_day.values) == [0, 9, 19]
        assert np.isnan(data["trust"].values[1, 2]).all()
        assert list(data["stage"].values[0, 0]) == [0, 1, 2, 3]
    with xr.open_dataset(path, engine=engine, group="distribution") as data:
        assert data["annoyance"].dims == ("campaign", "snapshot_day", "bin")
        assert data.sizes["bin"] == 20
        assert data["trust"].values[1, 1, 3] == 9 + 3 + 1
    with xr.open_dataset(path, engine=engine, group="people") as data:
        assert data["final_trust"].dims == ("point", "campaign", "replicate", "person")
        assert data["final_trust"].values[0, 0, 1, 6] == 7 / 16
        assert np.isnan(data["final_trust"].values[2, 0, 1, 5])
        assert np.isnan(data["final_trust"].values[0, 0, 2]).all()
    with xr.open_dataset(path, engine=engine, group="expectations") as data:
        assert data["claim"].values[0] == "Briefe verkaufen mehr, überall"
        assert data["compare"].values[1] == "reported: Spam blast < 0.5"
        assert list(data["per"].values) == ["", "hours_spent"]
        assert list(data["larger_factor"].values) == [1, 0.5]
        assert list(data["larger_campaign"].values) == [1, -1]
        assert list(data["days_counted"].values) == [20, 7]
        assert data["applies"].dims == ("expectation", "point")
        assert data["applies"].values.tolist() == [[1, 1, 1], [0, 1, 0]]
    with xr.open_dataset(path, engine=engine, group="failures") as data:
        assert list(data["message"].values) == ["out of memory; ≥ 3 GB were needed"]
        assert [int(data[f"failed_{axis}"].values[0]) for axis in SHAPE] == [1, 1, 3]


def check_h5py(path):
    with h5py.File(path) as file:
        assert [scale[0].name for scale in (d.values() for d in file["sales"].dims)] == [
            "/point", "/campaign", "/replicate"]
        assert [scale[0].name for scale in (d.values() for d in file["daily/sales"].dims)] == [
            "/daily/point", "/daily/campaign", "/daily/replicate", "/daily/day"]
        assert file["campaign"].asstr()[1] == CAMPAIGNS[1]

        def check(name, entry):
            if not isinstance(entry, h5py.Dataset):
                return
            kind = entry.dtype
            text = h5py.check_string_dtype(kind)
            assert kind.kind in "fiu" or (text and text.length is None), (name, kind)
            assert h5py.check_enum_dtype(kind) is None, name
            assert not entry.is_virtual and entry.external is None, name

        file.visititems(check)


def check_described(path):
    """The README names every attribute of the root and every group."""
    readme = (pathlib.Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    with h5py.File(path) as file:
        groups = [name for name, entry in file.items() if isinstance(entry, h5py.Group)]
        attributes = [name for name in file.attrs if not name.startswith("_")]
    assert len(groups) == 7 and len(attributes) > 15, (groups, attributes)
    missing = [name for name in groups + attributes if f"`{name}`" not in readme]
    assert not missing, missing


def check_ncdump(path):
    answer = subprocess.run(["ncdump", "-h", path], capture_output=True, text=True, check=True)
    assert answer.stderr == "", answer.stderr
    for line in ["point = 3 ;", "campaign = 2 ;", "replicate = 5 ;", "day = 20 ;",
                 "double sales(point, campaign, replicate) ;",
                 "float sales(point, campaign, replicate, day) ;",
                 "string campaign(campaign) ;", "byte run_status(point, campaign, replicate) ;",
                 "uint64 run_digest(point, campaign, replicate) ;", "group: daily {",
                 "group: people {", "group: failures {", "group: expectations {"]:
        assert line in answer.stdout, (line, answer.stdout)
    whole = subprocess.run(["ncdump", path], capture_output=True, text=True, check=True)
    assert whole.stderr == "" and "Persönliche Briefe" in whole.stdout


def check_journal(path):
    answer = subprocess.run(
        ["sqlite3", path, "PRAGMA integrity_check; SELECT count(*) FROM run WHERE status = 1"],
        capture_output=True, text=True, check=True)
    assert answer.stdout == "ok\n29\n", answer.stdout
    with contextlib.closing(sqlite3.connect(path)) as journal:
        final, daily = journal.execute(
            "SELECT final, daily FROM run WHERE (point, campaign, replicate) = (2, 0, 4)").fetchone()
        sales = [row[0] for row in MEASURE_ROWS].index("people_touched")
        assert np.frombuffer(final, "<f8")[MEASURE_ROWS[sales][1]] == finals(3)[2, 0, 4]
        measures = len(final) // 8
        assert np.frombuffer(daily, "u1", measures, offset=8).all()  # none is zero on all days
        days = np.frombuffer(daily, "<f4", offset=8 + measures).reshape(measures, 20)
        assert np.array_equal(days[3], dailies(3)[2, 0, 4])


def main(writer):
    warnings.simplefilter("error")
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "example.h5")
        subprocess.run([writer, path], check=True)
        for engine in ["netcdf4", "h5netcdf"]:
            check_xarray(path, engine)
        check_h5py(path)
        check_described(path)
        check_ncdump(path)
        journal = str(pathlib.Path(folder) / "journal.h5")
        subprocess.run([writer, journal, "journal"], check=True)
        check_journal(journal + ".part")


main(sys.argv[1])
