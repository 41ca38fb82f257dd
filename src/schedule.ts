/** When → job, as crontab lines in UTC: `minute hour day month weekday task`. `?fill=1d` catches up after an outage. */
export const SCHEDULE: readonly string[] = [
  // What is upcoming and what is past changes with the day, in the time zone of each event: pages are made anew at every quarter.
  '*/15 * * * * new-quarter',
  // What readers sent with forms is kept as long as the form says.
  '40 3 * * * delete-old-submissions ?fill=1d',
  // What interrupted uploads left behind, and files that could not go at once.
  '50 * * * * settle-files',
  // The words that mistyped ones are compared with; what was searched for is counted for 90 days.
  '20 * * * * search-upkeep ?fill=1h',
];
