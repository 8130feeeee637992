from django.http import HttpResponse
from app.models import Person


def find(request):
    name = request.GET.get("name")
    people = Person.objects.raw("SELECT * FROM app_person WHERE name = %s", [name])
    return HttpResponse(len(list(people)))
