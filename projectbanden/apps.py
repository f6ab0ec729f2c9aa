from django.apps import AppConfig


class ProjectbandenConfig(AppConfig):
    name = "projectbanden"
