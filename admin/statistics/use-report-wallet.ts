import { useSearchParams } from "react-router-dom"
import { POINTS_WALLET } from "../../src/domain/wallets/words"

const PARAMETER = "report_wallet"

/** The wallet of the page's figures, kept in its address. */
export function useReportWallet(): [string, (code: string | null) => void] {
  const [params, setParams] = useSearchParams()
  const choose = (code: string | null) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current)
        changed.delete(PARAMETER)
        if (code !== null && code !== POINTS_WALLET) {
          changed.set(PARAMETER, code)
        }
        return changed
      },
      { preventScrollReset: true }
    )
  return [params.get(PARAMETER) ?? POINTS_WALLET, choose]
}
