from django.utils.html import format_html


def greeting(request):
    return format_html("<b>{}</b>", request.GET["name"])
