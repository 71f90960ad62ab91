import { Button, Drawer } from "@medusajs/ui"
import { type ReactNode, useState } from "react"

import { DrawerHeader } from "./dialog-header"

type FormDrawerProps = {
  /** The label of the button that opens the drawer. */
  open: string
  title: string
  /** For screen readers. */
  description: string
  children: (close: () => void) => ReactNode
}

/** A button that opens a form in a drawer. */
export function FormDrawer({ open, title, description, children }: FormDrawerProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Drawer open={isOpen} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {open}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <DrawerHeader>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.Description className="sr-only">{description}</Drawer.Description>
        </DrawerHeader>
        {children(() => setOpen(false))}
      </Drawer.Content>
    </Drawer>
  )
}

type DrawerButtonsProps = { cancel: string; save: string; isBusy: boolean }

/** The footer of such a form: cancel or submit. */
export function DrawerButtons({ cancel, save, isBusy }: DrawerButtonsProps) {
  return (
    <Drawer.Footer>
      <Drawer.Close asChild>
        <Button type="button" size="small" variant="secondary">
          {cancel}
        </Button>
      </Drawer.Close>
      <Button type="submit" size="small" isLoading={isBusy}>
        {save}
      </Button>
    </Drawer.Footer>
  )
}
