from .pagina import Pagina

__all__ = ["Pagina"]
