from fastapi import APIRouter
from sqlalchemy import text
from db import session

router = APIRouter()


@router.get("/users/{name}")
async def find(name: str):
    return await session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
