import type { Demo } from "../../start/demo"
import type { Login } from "../../seed/session"
import type { Page } from "playwright-core"

const ADDRESS = {
  "First name": "Anna",
  "Last name": "Kowalska",
  "Street and number": "ul. Długa 12",
  "Postal code": "80-827",
  City: "Gdańsk",
}

/** A shopper clicking through the demo shop in English. */
export class Shopping {
  constructor(
    readonly page: Page,
    private readonly demo: Demo
  ) {}

  async open(path = "/"): Promise<void> {
    await this.page.goto(this.demo.storefront_url + path)
  }

  /** Logs in and waits until the shop knows who it is. */
  async logIn({ email, password }: Login): Promise<void> {
    await this.open("/login")
    await this.page.getByLabel("E-mail").fill(email)
    await this.page.getByLabel("Password").fill(password)
    await this.page.getByRole("main").getByRole("button", { name: "Log in" }).click()
    await this.page
      .getByRole("banner")
      .getByRole("link", { name: /Account|points/ })
      .waitFor()
  }

  /** Puts a product into the cart, from the list of products. */
  async putInCart(title: string): Promise<void> {
    await this.open()
    await this.page.getByRole("link", { name: title }).first().click()
    await this.page.getByRole("button", { name: "Add to cart" }).click()
    await this.page.getByText("In your cart.").waitFor()
  }

  /** Goes to the checkout and through it up to the points and the payment. */
  async checkOut(email?: string): Promise<void> {
    await this.open("/checkout")
    for (const [label, value] of Object.entries({
      ...(email && { "E-mail": email }),
      ...ADDRESS,
    })) {
      await this.page.getByLabel(label).fill(value)
    }
    await this.page.getByRole("button", { name: "Continue" }).click()
    await this.page.getByText("Courier, to your door").waitFor()
    await this.page.getByRole("button", { name: "Continue" }).click()
    await this.placeButton().waitFor()
  }

  /** The part of the checkout where points are used. */
  points() {
    return this.page.getByRole("region", { name: "Pay with points" })
  }

  /** Applies the chosen points, and waits until the shop confirms. */
  async applyPoints(): Promise<void> {
    await this.points().getByRole("button", { name: "Apply" }).click()
    await this.points()
      .getByText(/ applied: /)
      .waitFor()
  }

  /** The button that places the order; its name contains the total. */
  placeButton() {
    return this.page.getByRole("button", { name: /^Place the order/ })
  }

  /** Places the order and waits for the confirmation; returns the order's id. */
  async placeOrder(): Promise<string> {
    await this.placeButton().click()
    await this.page.getByRole("heading", { name: "Thank you for your order" }).waitFor()
    const [, orderId] = /\/orders\/([^/]+)/.exec(this.page.url()) ?? []
    if (!orderId) {
      throw new Error(`The confirmation's address names no order: ${this.page.url()}`)
    }
    return orderId
  }
}
