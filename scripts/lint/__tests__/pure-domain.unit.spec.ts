import { execFileSync } from "node:child_process"
import { Linter } from "eslint"
import { parser } from "typescript-eslint"
import { ROOT } from "../../lib/files"
import { pureDomain } from "../pure-domain"

const FILE = "src/domain/ledger/sample.ts"
const linter = new Linter({ configType: "flat", cwd: ROOT })
const typescript = { files: ["**/*.ts"], languageOptions: { parser: parser as Linter.Parser } }

/** The rules that a piece of code violates in a domain file. */
function refusals(code: string, file = FILE): (string | null)[] {
  return linter.verify(code, [typescript, pureDomain], file).map((message) => message.ruleId)
}

describe("the rule that keeps the domain pure", () => {
  it.each([
    'import { MedusaError } from "@medusajs/framework/utils"',
    'import type { CartDTO } from "@medusajs/framework/types"',
    'import { Entity } from "typeorm"',
    'import { Pool } from "pg"',
    'import React from "react"',
    'import { readFileSync } from "node:fs"',
    'import fs from "fs"',
    'import http from "http"',
    'import { service } from "../../modules/loyalty-points/service"',
    'import { step } from "../../workflows/checkout/apply"',
    'import { route } from "../../api/store/loyalty"',
    'import { route } from "../../../src/api/store/loyalty"',
    'export { Account } from "../../modules/loyalty-points/ledger/account"',
    'export type Ledger = import("typeorm").DataSource',
    'export const load = () => import("pg")',
    'export const pg = require("pg")',
    "export const now = () => Date.now()",
    'export const now = () => Date["now"]()',
    "export const now = () => new Date()",
    "export const now = () => Date()",
    "const { now } = Date; export const time = () => now()",
    "export const time = () => performance.now()",
    "export const chance = () => Math.random()",
    "export const id = () => crypto.randomUUID()",
    "export const mode = () => process.env.NODE_ENV",
    'export const tell = () => console.log("hello")',
    'export const load = () => fetch("/rates")',
    "export const wait = (done: () => void) => setTimeout(done, 1)",
  ])("refuses %s", (code) => {
    expect(refusals(code)).toHaveLength(1)
  })

  it.each([
    'import BigNumber from "bignumber.js"; export const one = new BigNumber(1)',
    'import { floor } from "../shared/decimal"; export { floor }',
    'import type { Rules } from "./rules"; export type { Rules }',
    "export const day = (now: Date) => new Date(now.getTime())",
    'export const epoch = () => Date.parse("2026-01-01T00:00:00Z")',
    "export const least = (a: number, b: number) => Math.min(a, b)",
  ])("allows %s", (code) => {
    expect(refusals(code)).toEqual([])
  })

  it("ignores the rest of the source", () => {
    const code =
      'import { Pool } from "pg"; export const born = () => new Pool({ max: Date.now() })'
    expect(refusals(code, "src/modules/sample.ts")).toEqual([])
  })

  it("is part of the configuration that `npm run lint` uses", () => {
    const eslint = require.resolve("eslint/package.json").replace("package.json", "bin/eslint.js")
    const printed = execFileSync(process.execPath, [eslint, "--print-config", FILE], { cwd: ROOT })
    const { rules } = JSON.parse(printed.toString()) as { rules: Record<string, unknown[]> }
    Object.keys(pureDomain.rules ?? {}).forEach((rule) => expect(rules[rule]?.[0]).toBe(2))
  })
})
