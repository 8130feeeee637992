import { Request, Response } from "express";
import { pool } from "./db";

export async function find(req: Request, res: Response): Promise<void> {
  const { name } = req.query;
  const rows = await pool.query("SELECT * FROM users WHERE name = $1", [name]);
  res.json(rows);
}
