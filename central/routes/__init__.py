"""The calls of the API, one module a concern. Each makes its router from the desk."""
