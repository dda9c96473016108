"""The ontology knows no library but PyYAML, and costs little."""

import subprocess
import sys


def test_it_loads_nothing_but_pyyaml():
    report = "sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))"

    def loaded(code):
        command = [sys.executable, "-c", f"import sys; {code}; {report}"]
        return set(subprocess.run(command, capture_output=True, text=True, check=True).stderr.split())

    new = loaded("from dragoman.ontology import codebook, load; codebook.page(load())") - loaded("pass")
    own = {name for name in new - sys.stdlib_module_names if "cython" not in name}  # what PyYAML's C part brings
    assert own - {"_yaml"} == {"dragoman", "yaml"}
