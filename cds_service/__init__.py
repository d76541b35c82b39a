"""motor-neuron-signs: a CDS Hooks service that reads coded examination findings."""

__version__ = "0.1.0"
