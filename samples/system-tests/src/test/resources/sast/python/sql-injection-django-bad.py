from django.http import HttpResponse
from app.models import Person


def find(request):
    order = request.GET.get("order")
    people = Person.objects.raw("SELECT * FROM app_person ORDER BY %s" % order)
    return HttpResponse(len(list(people)))
