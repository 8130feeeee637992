from fastapi import APIRouter
from db import session

router = APIRouter()


@router.get("/users/{name}")
async def find(name: str):
    return await session.execute(f"SELECT * FROM users WHERE name = '{name}'")
