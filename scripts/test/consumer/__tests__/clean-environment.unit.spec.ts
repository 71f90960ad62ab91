import path from "node:path"
import { ROOT } from "../../../lib/files"
import { cleanEnvironment } from "../clean-environment"

const bin = (folder: string) => path.join(folder, "node_modules", ".bin")
const paths = (...folders: string[]) => folders.join(path.delimiter)

describe("the environment of a store outside this repository", () => {
  it("has none of the programs that npm found in this repository and above it", () => {
    const PATH = paths(bin(ROOT), bin(path.dirname(ROOT)), bin("/elsewhere"), "/usr/bin")
    expect(cleanEnvironment({ PATH }).PATH).toBe(paths(bin("/elsewhere"), "/usr/bin"))
  })

  it("removes what leads back, and keeps what a person has set", () => {
    const clean = cleanEnvironment({
      NODE_PATH: "/modules",
      NODE_ENV: "test",
      npm_package_name: "medusa-plugin-loyalty-points",
      npm_config_local_prefix: ROOT,
      npm_config_registry: "https://registry.example.com",
      HOME: "/home/ewa",
    })
    expect(Object.keys(clean).sort()).toEqual([
      "NODE_ENV",
      "NODE_PATH",
      "PATH",
      "npm_config_local_prefix",
      "npm_package_name",
    ])
    expect(clean).toMatchObject({ NODE_PATH: undefined, npm_package_name: undefined })
  })
})
