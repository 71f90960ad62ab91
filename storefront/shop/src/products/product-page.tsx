import type { HttpTypes } from "@medusajs/types"
import { useState } from "react"
import { Link, useParams } from "react-router-dom"
import { PointsToEarn } from "../../../pieces"
import { useTexts } from "../i18n/language"
import { NotFoundPage } from "../layout/not-found-page"
import { Page } from "../layout/page"
import { Loading, Trouble } from "../ui/states"
import { AddToCart } from "./add-to-cart"
import { PRODUCTS } from "./messages"
import { Picture } from "./picture"
import { Price } from "./price"
import { useProductWords } from "./use-product-words"
import { useProduct } from "./use-products"

type Product = HttpTypes.StoreProduct
type Variant = HttpTypes.StoreProductVariant

/** `/products/:handle` */
export function ProductPage() {
  const { handle = "" } = useParams()
  const { data: product, error, mutate } = useProduct(handle)
  if (product === undefined) {
    return error ? <Trouble error={error} onRetry={() => void mutate()} /> : <Loading />
  }
  return product ? <ProductView key={product.id} product={product} /> : <NotFoundPage />
}

function ProductView({ product }: { product: Product }) {
  const text = useTexts(PRODUCTS)
  const { title, description } = useProductWords()(product)
  const variants = product.variants ?? []
  const [chosenId, choose] = useState(variants[0]?.id)
  const variant = variants.find(({ id }) => id === chosenId)
  return (
    <Page title={title} header={<BackLink />} className="product">
      <Picture handle={product.handle} thumbnail={product.thumbnail} />
      <div className="product-words">
        <h1>{title}</h1>
        <p className="lead">{description}</p>
        <div className="product-price">
          <Price variant={variant} />
          {variant?.calculated_price?.is_calculated_price_tax_inclusive && (
            <span className="field-hint">{text("tax")}</span>
          )}
        </div>
        <Earnings variant={variant} />
        {variants.length > 1 && (
          <VariantChoice variants={variants} chosenId={chosenId} onChoose={choose} />
        )}
        {variant && <AddToCart key={variant.id} variant={variant} />}
      </div>
    </Page>
  )
}

function BackLink() {
  const text = useTexts(PRODUCTS)
  return (
    <Link to="/" className="back-link">
      <span aria-hidden="true">← </span>
      {text("back")}
    </Link>
  )
}

function Earnings({ variant }: { variant: Variant | undefined }) {
  const price = variant?.calculated_price
  const amount = price?.calculated_amount
  return price?.currency_code && amount ? (
    <PointsToEarn amount={amount} currencyCode={price.currency_code} />
  ) : null
}

interface VariantChoiceProps {
  variants: Variant[]
  chosenId: string | undefined
  onChoose: (id: string) => void
}

function VariantChoice({ variants, chosenId, onChoose }: VariantChoiceProps) {
  const text = useTexts(PRODUCTS)
  return (
    <label className="field">
      {text("kind")}
      <select value={chosenId} onChange={(event) => onChoose(event.target.value)}>
        {variants.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
