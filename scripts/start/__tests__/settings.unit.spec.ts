import { readSettings } from "../settings"

describe("the settings of npm start", () => {
  it("have defaults for everything", () => {
    expect(readSettings({})).toMatchObject({
      port: 9000,
      storefrontPort: 8000,
      databaseUrl: undefined,
    })
  })

  it("keep the data outside the repository", () => {
    expect(readSettings({}).dataDir.startsWith(process.cwd())).toBe(false)
  })

  it("use the values from the environment", () => {
    const env = {
      PORT: "9100",
      STOREFRONT_PORT: "8100",
      LOYALTY_DATA_DIR: "/data",
      DATABASE_URL: "u",
    }
    expect(readSettings(env)).toEqual({
      port: 9100,
      storefrontPort: 8100,
      dataDir: "/data",
      databaseUrl: "u",
    })
  })

  it("refuse one port for backend and shop", () => {
    expect(() => readSettings({ PORT: "8000" })).toThrow("both 8000")
  })

  it.each(["http", "0", "70000", "90.5"])("refuse %s as a port, by its name", (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(`PORT=${PORT} is not a port`)
  })
})
