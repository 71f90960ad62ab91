import { XMark } from "@medusajs/icons"
import { Drawer, FocusModal, IconButton, Kbd } from "@medusajs/ui"
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react"

import { useText } from "./locale"

/** The header of a full-screen form in the dashboard's style, with a label for its close button. */
export function ModalHeader() {
  return (
    <div className="border-ui-border-base flex items-center gap-x-2 border-b px-4 py-2">
      <FocusModal.Close asChild>
        <CloseButton />
      </FocusModal.Close>
      <Kbd>esc</Kbd>
    </div>
  )
}

/** The header of a drawer in the dashboard's style, with a label for its close button. */
export function DrawerHeader({ children }: { children: ReactNode }) {
  return (
    <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
      <div className="flex flex-col gap-y-1">{children}</div>
      <div className="flex items-center gap-x-2">
        <Kbd>esc</Kbd>
        <Drawer.Close asChild>
          <CloseButton />
        </Drawer.Close>
      </div>
    </div>
  )
}

type CloseProps = ComponentPropsWithoutRef<typeof IconButton>

/** Accepts the props that the dialog's `Close` passes to its child. */
const CloseButton = forwardRef<HTMLButtonElement, CloseProps>(function CloseButton(props, ref) {
  const t = useText()
  return (
    <IconButton
      {...props}
      ref={ref}
      type="button"
      size="small"
      variant="transparent"
      aria-label={t("close")}
    >
      <XMark />
    </IconButton>
  )
})
