"""Property tests repeat themselves: a run that passed here passes elsewhere.

New cases are looked for with `pytest --hypothesis-profile=search`.
"""

from hypothesis import HealthCheck, settings

slow = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("repeat", derandomize=True, max_examples=200, **slow)
settings.register_profile("search", max_examples=10_000, **slow)
settings.load_profile("repeat")
