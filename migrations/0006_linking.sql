CREATE TABLE `link_locks` (
	`household_id` text NOT NULL,
	`contact_key` text NOT NULL,
	`locked_at` text NOT NULL,
	PRIMARY KEY(`household_id`, `contact_key`),
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `persons_name`;--> statement-breakpoint
CREATE INDEX `persons_name` ON `persons` (`name_index`,`link_index`);