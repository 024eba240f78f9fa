"""A whole Slurm on this machine, for a test: munged, slurmctld and slurmd with files in one folder.

Started as root, stopped by process id. The programs come from Debian's munge, slurmctld, slurmd and
slurm-client.
"""

import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "scontrol")
SBIN = "/usr/sbin:/sbin"


def why_not():
    """Why no Slurm can be started here; empty when it can."""
    if os.geteuid() != 0:
        return "only root can start Slurm's daemons"
    path = f"{os.environ.get('PATH', '')}:{SBIN}"
    absent = [name for name in PROGRAMS if shutil.which(name, path=path) is None]
    return f"not installed: {', '.join(absent)}" if absent else ""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


class SmallSlurm:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rapport-slurm-"))
        self.folder.chmod(0o755)
        self.processes = []
        self.environment = os.environ | {"SLURM_CONF": str(self.folder / "slurm.conf"),
                                         "PATH": f"{os.environ['PATH']}:{SBIN}"}

    def __enter__(self):
        try:
            self.write_configuration()
            munge = self.folder / "munge"
            self.start("munged", "--foreground", "--force", f"--socket={munge}/socket",
                       f"--key-file={munge}/key", f"--pid-file={munge}/pid",
                       f"--seed-file={munge}/seed", f"--log-file={munge}/log")
            self.wait_for(lambda: (munge / "socket").exists(), "munged")
            self.start("slurmctld", "-D")
            self.start("slurmd", "-D", "-N", self.host)
            self.wait_for(self.has_idle_node, "slurmd")
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def write_configuration(self):
        self.host = socket.gethostname().split(".")[0]
        munge = self.folder / "munge"
        munge.mkdir(mode=0o700)
        (munge / "key").write_bytes(os.urandom(128))
        (munge / "key").chmod(0o400)
        control, node = free_ports(2)
        (self.folder / "slurm.conf").write_text(f"""
ClusterName=test
SlurmctldHost={self.host}(127.0.0.1)
SlurmctldPort={control}
SlurmdPort={node}
AuthType=auth/munge
AuthInfo=socket={munge}/socket
SlurmUser=root
SlurmdUser=root
StateSaveLocation={self.folder}/state
SlurmdSpoolDir={self.folder}/spool
SlurmctldPidFile={self.folder}/slurmctld.pid
SlurmdPidFile={self.folder}/slurmd.pid
SlurmctldLogFile={self.folder}/slurmctld.log
SlurmdLogFile={self.folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MinJobAge=300
KillWait=5
SchedulerParameters=requeue_delay=1
NodeName={self.host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} RealMemory=4096 State=UNKNOWN
PartitionName=all Nodes={self.host} Default=YES MaxTime=INFINITE State=UP OverSubscribe=YES
""")
        (self.folder / "state").mkdir()
        (self.folder / "spool").mkdir()

    def start(self, name, *words):
        with open(self.folder / f"{name}.out", "wb") as out:
            program = shutil.which(name, path=self.environment["PATH"])
            self.processes.append(subprocess.Popen([program, *words], stdout=out, stderr=out,
                                                   env=self.environment, start_new_session=True))

    def has_idle_node(self):
        said = self.call("sinfo", "--noheader", "--format=%T")
        return said.returncode == 0 and said.stdout.strip() in ("idle", "mixed", "allocated")

    def call(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True, text=True)

    def wait_for(self, condition, what, seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                logs = "\n".join(path.read_text(errors="replace")[-2000:]
                                 for path in self.folder.glob("*.log"))
                raise RuntimeError(f"{what} does not come up:\n{logs}")
            time.sleep(0.2)

    def wait_for_jobs(self, seconds=600):
        """Until the queue is empty."""
        def is_empty():
            said = self.call("squeue", "--noheader")
            return said.returncode == 0 and not said.stdout.strip()
        self.wait_for(is_empty, "the end of the jobs", seconds)

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
