import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { Picture } from "../products/picture"
import { useProductWords } from "../products/use-product-words"
import { ORDERS } from "./messages"

/** The listed part of a line of a cart or an order. */
interface Line {
  id: string
  title: string
  product_title?: string | null
  product_handle?: string | null
  thumbnail?: string | null
  quantity: number
  unit_price: number
}

interface LineListProps {
  lines: Line[]
  currency: string
}

/** The ordered items, at prices before discounts. */
export function LineList({ lines, currency }: LineListProps) {
  const text = useTexts(ORDERS)
  const { money } = useFormat()
  const words = useProductWords()
  return (
    <ul className="line-list">
      {lines.map((line) => (
        <li key={line.id}>
          <Picture handle={line.product_handle} thumbnail={line.thumbnail} />
          <span>
            {words({ handle: line.product_handle, title: line.product_title ?? line.title }).title}
            <span className="field-hint line-count">
              {" "}
              {text("times", { count: line.quantity })}
            </span>
          </span>
          <span className="price">{money(line.unit_price * line.quantity, currency)}</span>
        </li>
      ))}
    </ul>
  )
}
