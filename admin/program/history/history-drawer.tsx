import { Button, Drawer } from "@medusajs/ui"
import type { RefObject } from "react"

import type { HttpLoyaltyProgram } from "../../../src/types/http"
import { useText } from "../../shared/locale"
import { Empty, LoadError, Loading } from "../../shared/states"
import { DrawerHeader } from "../../shared/dialog-header"
import { useVersions } from "../queries"
import { returnFocusTo } from "../../shared/return-focus"
import { VersionItem } from "./version-item"

type Props = {
  program: HttpLoyaltyProgram
  isOpen: boolean
  onClose: () => void
  opener: RefObject<HTMLElement>
}

/** All versions of a program's rules, newest first. */
export function HistoryDrawer({ program, isOpen, onClose, opener }: Props) {
  const t = useText()
  const currency = program.currency_code.toUpperCase()
  return (
    <Drawer open={isOpen} onOpenChange={(isStillOpen) => !isStillOpen && onClose()}>
      <Drawer.Content onCloseAutoFocus={returnFocusTo(opener)}>
        <DrawerHeader>
          <Drawer.Title>{t("program.history.title", { currency })}</Drawer.Title>
          <Drawer.Description className="txt-small text-ui-fg-subtle">
            {t("program.history.help")}
          </Drawer.Description>
        </DrawerHeader>
        <Drawer.Body
          tabIndex={0}
          className="focus-visible:shadow-borders-focus overflow-y-auto p-0 outline-none"
        >
          <Versions programId={program.id} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function Versions({ programId }: { programId: string }) {
  const t = useText()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useVersions(programId)
  if (!data) {
    return error ? <LoadError error={error} onRetry={refetch} /> : <Loading lines={6} />
  }
  const versions = data.pages.flatMap((page) => page.loyalty_program_versions)
  if (versions.length === 0) {
    return <Empty title={t("program.history.empty.title")} />
  }
  return (
    <>
      <ol className="divide-y">
        {versions.map((version) => (
          <VersionItem key={version.id} version={version} />
        ))}
      </ol>
      {error && <LoadError error={error} onRetry={() => fetchNextPage()} />}
      {hasNextPage && !error && (
        <div className="flex justify-center px-6 py-4">
          <Button
            size="small"
            variant="secondary"
            isLoading={isFetchingNextPage}
            onClick={() => fetchNextPage()}
          >
            {t("program.history.more")}
          </Button>
        </div>
      )}
    </>
  )
}
