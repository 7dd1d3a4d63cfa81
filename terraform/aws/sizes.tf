# What costs money. README.md says how much.

variable "services" {
  description = "For each service the processor (1024 is one) and memory (MiB) of a task, and the least and the most tasks."
  type = object({
    relay  = optional(object({ cpu = optional(number, 512), memory = optional(number, 1024), least = optional(number, 2), most = optional(number, 8) }), {})
    stream = optional(object({ cpu = optional(number, 512), memory = optional(number, 1024), least = optional(number, 2), most = optional(number, 6) }), {})
    stats  = optional(object({ cpu = optional(number, 512), memory = optional(number, 1024), least = optional(number, 2), most = optional(number, 6) }), {})
    web    = optional(object({ cpu = optional(number, 256), memory = optional(number, 512), least = optional(number, 2), most = optional(number, 6) }), {})
  })
  default = {}

  validation {
    condition     = alltrue([for size in values(var.services) : contains([256, 512, 1024, 2048, 4096], size.cpu) && size.memory >= 2 * size.cpu && size.memory <= 8 * size.cpu])
    error_message = "cpu is 256, 512, 1024, 2048 or 4096, and memory two to eight times as much: what Fargate has."
  }

  validation {
    condition     = alltrue([for size in values(var.services) : size.least >= 1 && size.least <= size.most])
    error_message = "least is at least 1, and at most most."
  }
}

variable "architecture" {
  description = "What the images were built for: X86_64 or ARM64, which costs a fifth less."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.architecture)
    error_message = "architecture is X86_64 or ARM64."
  }
}

variable "kafka_version" {
  description = "The version of Kafka, of those that MSK runs without ZooKeeper."
  type        = string
  default     = "3.9.x.kraft"

  validation {
    condition     = endswith(var.kafka_version, ".kraft")
    error_message = "kafka_version ends in .kraft, as 3.9.x.kraft does: a cluster with ZooKeeper cannot be brought away from it later."
  }
}

variable "broker_size" {
  description = "The instance type of each of the three brokers."
  type        = string
  default     = "kafka.m7g.large"

  validation {
    condition     = startswith(var.broker_size, "kafka.")
    error_message = "broker_size is an instance type of MSK, such as kafka.m7g.large."
  }
}

variable "broker_storage" {
  description = "The disk of each broker, in GiB. It holds seven days of all events; it can grow, and never shrink."
  type        = number
  default     = 100

  validation {
    condition     = var.broker_storage >= 10 && var.broker_storage <= 16384
    error_message = "broker_storage is 10 to 16384 GiB."
  }
}

variable "database_size" {
  description = "The instance class of the database."
  type        = string
  default     = "db.t4g.small"

  validation {
    condition     = startswith(var.database_size, "db.")
    error_message = "database_size is an instance class of RDS, such as db.t4g.small."
  }
}

variable "database_storage" {
  description = "The disk of the database, in GiB. It grows by itself to five times that."
  type        = number
  default     = 20

  validation {
    condition     = var.database_storage >= 20
    error_message = "database_storage is at least 20 GiB."
  }
}

variable "database_standby" {
  description = "Whether a second database in another zone takes over when the first fails, within about a minute."
  type        = bool
  default     = true
}

variable "nat_gateways" {
  description = "How many of the three zones have a way out of their own, which images, secrets and logs go by. What runs goes on without."
  type        = number
  default     = 1

  validation {
    condition     = contains([1, 2, 3], var.nat_gateways)
    error_message = "nat_gateways is 1, 2 or 3."
  }
}
