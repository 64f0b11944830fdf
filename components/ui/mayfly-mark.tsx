/** Mayfly's mark: upright wings, a bent body and three tail threads. Takes the colour of the text around it. */
export function MayflyMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M12.500 19C10.500 12.500 13 5.500 21 2 23.200 8.800 21 15.500 15.400 19.600"
        fill="currentColor"
        fillOpacity=".18"
      />
      <path d="M12 18.500C8.200 16.200 6 12.200 6.600 7.200 9.800 8.400 11.700 10.600 12.300 13" />
      <path d="M14 18.600C14.600 13.500 16.600 8.600 19.400 5.400" strokeWidth="1" />
      <path
        d="M6.400 21.200C9 19 12.200 18.900 14.800 20.400 18.200 22.400 21 22.500 23.600 20.600"
        strokeWidth="2.700"
      />
      <path
        d="M23.600 20.600C26.600 18.400 28.500 14.800 29 10.400M23.600 20.600C26.900 19.600 29.400 17.400 30.800 14.600M23.600 20.600C26.600 20.900 29 20.400 31 19.400"
        strokeWidth="1.100"
      />
      <path
        d="M8.600 21.800C7 23 5.600 24.800 4.800 27M11.600 21.600C11.400 23.800 10.600 25.800 9.200 27.600"
        strokeWidth="1.200"
      />
    </svg>
  );
}
