import type { HttpTypes } from "@medusajs/types"
import { Link } from "react-router-dom"
import { useTexts } from "../i18n/language"
import { Page } from "../layout/page"
import { Loading, Trouble } from "../ui/states"
import { PRODUCTS } from "./messages"
import { Picture } from "./picture"
import { Price } from "./price"
import { useProductWords } from "./use-product-words"
import { useProducts } from "./use-products"

/** `/`: everything the shop sells. */
export function ProductListPage() {
  const text = useTexts(PRODUCTS)
  return (
    <Page title={text("products")} header={<Welcome />}>
      <ProductList />
    </Page>
  )
}

function Welcome() {
  const text = useTexts(PRODUCTS)
  return (
    <div className="welcome">
      <h1>{text("title")}</h1>
      <p className="lead">{text("lead")}</p>
    </div>
  )
}

function ProductList() {
  const text = useTexts(PRODUCTS)
  const { data: products, error, mutate } = useProducts()
  if (!products) {
    return error ? <Trouble error={error} onRetry={() => void mutate()} /> : <Loading />
  }
  if (products.length === 0) {
    return <p className="empty">{text("none")}</p>
  }
  return (
    <ul className="product-grid">
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} />
        </li>
      ))}
    </ul>
  )
}

function ProductCard({ product }: { product: HttpTypes.StoreProduct }) {
  const { title } = useProductWords()(product)
  return (
    <Link to={`/products/${product.handle}`} className="product-card">
      <Picture handle={product.handle} thumbnail={product.thumbnail} />
      <h2>{title}</h2>
      <Price variant={product.variants?.[0]} />
    </Link>
  )
}
