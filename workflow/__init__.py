"""Turn Chinese news bulletins into reviewed bilingual editions, offline."""

__version__ = "0.1.0"
