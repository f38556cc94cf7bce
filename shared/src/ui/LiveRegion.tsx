interface LiveRegionProps {
  /** Read aloud whenever it changes. Keep the region on the page and change its words. */
  readonly message: string;
  /** Interrupts what is being read. */
  readonly isUrgent?: boolean;
}

export function LiveRegion({ message, isUrgent }: LiveRegionProps) {
  return (
    <div className="visually-hidden" role={isUrgent ? 'alert' : 'status'}>
      {message}
    </div>
  );
}
